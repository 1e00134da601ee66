package de.ratssaal.packet.pdf;

import de.ratssaal.packet.PacketContents;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * Binds one packet. The main class of a process of its own with bounded memory (ADR 0080): documents that would exhaust it
 * end this process and nothing else.
 *
 * <p>It is told on its standard input what to bind, and asks on its standard output for one document after the other.
 */
final class Bookbinder implements Binding.Source {

    /** What it says. */
    static final int WANTS = 1;

    static final int UNREADABLE = 2;
    static final int PROGRESS = 3;
    static final int DONE = 4;

    /** The longest document that is held in memory; a longer one goes to disk. */
    private static final long IN_MEMORY = 8L << 20;

    private final DataInputStream told;
    private final DataOutputStream says;
    private final Path folder;

    private Bookbinder(DataInputStream told, DataOutputStream says, Path folder) {
        this.told = told;
        this.says = says;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        var folder = Path.of(arguments[0]);
        var told = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        var says = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        var contents = contents(told);
        var packet = new Binding(contents, arguments[1], folder, new Bookbinder(told, says, folder)).bind();
        says.writeByte(DONE);
        says.writeInt(packet.pages());
        says.writeLong(packet.size());
        says.writeLong(packet.markAt());
        says.writeInt(packet.missing().size());
        for (var missing : packet.missing()) {
            says.writeInt(missing);
        }
        says.flush();
    }

    private static PacketContents contents(DataInputStream told) throws IOException, ClassNotFoundException {
        return (PacketContents) object(told);
    }

    private static Object object(DataInputStream told) throws IOException, ClassNotFoundException {
        var bytes = new byte[told.readInt()];
        told.readFully(bytes);
        try (var input = new ObjectInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return input.readObject();
        }
    }

    @Override
    public Binding.Given document(int number) throws IOException {
        says.writeByte(WANTS);
        says.writeInt(number);
        says.flush();
        var size = told.readLong();
        return size < 0 ? new Binding.Given.Missing(text()) : new Binding.Given.Pdf(bytes(size));
    }

    @Override
    public PacketContents.Content.Text unreadable(int number) throws IOException {
        says.writeByte(UNREADABLE);
        says.writeInt(number);
        says.flush();
        return text();
    }

    private PacketContents.Content.Text text() throws IOException {
        try {
            return (PacketContents.Content.Text) object(told);
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    private RandomAccessRead bytes(long size) throws IOException {
        if (size <= IN_MEMORY) {
            var bytes = new byte[(int) size];
            told.readFully(bytes);
            return new RandomAccessReadBuffer(bytes);
        }
        var path = folder.resolve("document.pdf");
        Files.copy(new Bounded(told, size), path, StandardCopyOption.REPLACE_EXISTING);
        return new RandomAccessReadBufferedFile(path);
    }

    /** Ends after so many bytes. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var count = in.read(target, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new java.io.EOFException("a document that ends too early");
            }
            left -= count;
            return count;
        }
    }

    @Override
    public void progress(int pages) throws IOException {
        try {
            says.writeByte(PROGRESS);
            says.writeInt(pages);
            says.flush();
        } catch (IOException e) {
            throw new Binding.Unsent(e);
        }
    }
}

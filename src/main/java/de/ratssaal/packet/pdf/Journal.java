package de.ratssaal.packet.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was bound so far, one entry for each document, so that a killed binder goes on behind the last one. An entry that was
 * not written to its end does not count.
 */
final class Journal implements Closeable {

    private static final String NAME = "journal";
    private static final int END = 0x52535a4c;

    private final DataOutputStream output;
    private long[] known = new long[0];

    private Journal(Path path) throws IOException {
        this.output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)));
    }

    /**
     * A document in the packet.
     *
     * @param node number of the object that holds its pages
     * @param firstPage number of its first page's object; the others follow
     * @param missing whether only a note stands in its place
     */
    record Bound(int node, int firstPage, int pages, boolean missing) {}

    /**
     * What an earlier attempt left.
     *
     * @param offsets places of the objects
     */
    record Left(Furniture furniture, List<Bound> documents, PdfFile.State state, long[] offsets) {}

    static Journal begin(Path folder, String fingerprint, Furniture furniture, PdfFile file) throws IOException {
        return at(folder.resolve(NAME), fingerprint, furniture, file);
    }

    private static Journal at(Path path, String fingerprint, Furniture furniture, PdfFile file) throws IOException {
        var journal = new Journal(path);
        journal.output.writeUTF(fingerprint);
        journal.output.writeInt(furniture.regular());
        journal.output.writeInt(furniture.bold());
        journal.output.writeInt(furniture.mark());
        journal.output.writeLong(furniture.markAt());
        journal.state(file);
        return journal;
    }

    /** Goes on with what was read; entries that did not count are gone. */
    static Journal goOn(Path folder, String fingerprint, Left left, PdfFile file) throws IOException {
        var next = folder.resolve(NAME + ".new");
        var journal = at(next, fingerprint, left.furniture(), file);
        for (var bound : left.documents()) {
            journal.add(bound, file);
        }
        Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        return journal;
    }

    void add(Bound bound, PdfFile file) throws IOException {
        output.writeInt(bound.node());
        output.writeInt(bound.firstPage());
        output.writeInt(bound.pages());
        output.writeBoolean(bound.missing());
        state(file);
    }

    private void state(PdfFile file) throws IOException {
        var state = file.state();
        output.writeLong(state.position());
        output.writeInt(state.next());
        output.writeLong(state.sum());
        var offsets = file.offsets();
        var changed = new ByteArrayOutputStream();
        var list = new DataOutputStream(changed);
        var count = 0;
        for (var number = 0; number < state.next(); number++) {
            if (offsets[number] != (number < known.length ? known[number] : 0)) {
                list.writeInt(number);
                list.writeLong(offsets[number]);
                count++;
            }
        }
        known = Arrays.copyOf(offsets, state.next());
        output.writeInt(count);
        changed.writeTo(output);
        output.writeInt(END);
        output.flush();
    }

    /** What an earlier attempt at the same packet left; nothing if there was none. */
    static @Nullable Left read(Path folder, String fingerprint) throws IOException {
        var path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            return null;
        }
        try (var input = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (!input.readUTF().equals(fingerprint)) {
                return null;
            }
            var furniture = new Furniture(input.readInt(), input.readInt(), input.readInt(), input.readLong());
            var read = new Reading(input);
            read.state();
            var documents = new ArrayList<Bound>();
            var left = read.left(furniture, documents);
            try {
                while (true) {
                    var bound = new Bound(input.readInt(), input.readInt(), input.readInt(), input.readBoolean());
                    read.state();
                    documents.add(bound);
                    left = read.left(furniture, documents);
                }
            } catch (EOFException e) {
                return left; // up to the last entry that was written to its end
            }
        } catch (EOFException e) {
            return null; // it was killed before the first document
        }
    }

    private static final class Reading {

        private final DataInputStream input;
        private PdfFile.State state = new PdfFile.State(0, 1, 0);
        private long[] offsets = new long[4096];

        Reading(DataInputStream input) {
            this.input = input;
        }

        void state() throws IOException {
            var next = new PdfFile.State(input.readLong(), input.readInt(), input.readLong());
            var count = input.readInt();
            var changed = Arrays.copyOf(offsets, Math.max(offsets.length, next.next()));
            for (var i = 0; i < count; i++) {
                changed[input.readInt()] = input.readLong();
            }
            if (input.readInt() != END) {
                throw new EOFException("an entry without its end");
            }
            state = next;
            offsets = changed;
        }

        Left left(Furniture furniture, List<Bound> documents) {
            return new Left(furniture, List.copyOf(documents), state, offsets);
        }
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}

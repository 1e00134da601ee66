package de.ratssaal.packet.pdf;

import de.ratssaal.packet.BoundPacket;
import de.ratssaal.packet.PacketBinder;
import de.ratssaal.packet.PacketContents;
import de.ratssaal.packet.PacketSettings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.io.RandomAccessRead;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has packets bound by a {@link Bookbinder} in a process of its own, bounded in memory, and in time for each document. */
@Component
class Bindery implements PacketBinder {

    private static final List<Class<?>> PARTS =
            List.of(Bookbinder.class, COSDocument.class, RandomAccessRead.class, LogFactory.class, LoggerFactory.class);

    private final PacketSettings settings;

    Bindery(PacketSettings settings) {
        this.settings = settings;
    }

    @Override
    public BoundPacket bind(PacketContents contents, String fingerprint, Path folder, Supply supply)
            throws IOException {
        Files.createDirectories(folder);
        if (contents.documents().stream().allMatch(it -> it.content() instanceof PacketContents.Content.Text)) {
            return new Binding(contents, fingerprint, folder, new OnlyText()).bind(); // nothing of others is read
        }
        var process = start(folder, fingerprint);
        var heardOf = new AtomicLong(System.nanoTime());
        var clock = Thread.ofVirtual().start(() -> endIfSilent(process, heardOf));
        try (var hears = new DataInputStream(new BufferedInputStream(process.getInputStream()));
                var tells = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16))) {
            send(tells, contents);
            while (true) {
                var said = hears.readByte();
                heardOf.set(System.nanoTime());
                switch (said) {
                    case Bookbinder.WANTS -> send(tells, supply.document(hears.readInt()));
                    case Bookbinder.UNREADABLE -> send(tells, supply.unreadable(hears.readInt()));
                    case Bookbinder.PROGRESS -> supply.progress(hears.readInt());
                    case Bookbinder.DONE -> {
                        return packet(hears);
                    }
                    default -> throw new IOException("the bookbinder said " + said);
                }
                heardOf.set(System.nanoTime());
            }
        } catch (EOFException e) {
            throw new IOException("the bookbinder ended, or was ended, before the packet was bound", e);
        } finally {
            process.destroyForcibly();
            clock.interrupt();
            process.onExit().join();
        }
    }

    /** Nothing is asked of it. */
    private static final class OnlyText implements Binding.Source {

        @Override
        public Binding.Given document(int number) throws IOException {
            throw new IOException("no document is a file");
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) throws IOException {
            throw new IOException("no document is a file");
        }

        @Override
        public void progress(int pages) {}
    }

    private static BoundPacket packet(DataInputStream hears) throws IOException {
        var pages = hears.readInt();
        var size = hears.readLong();
        var markAt = hears.readLong();
        var missing = new ArrayList<Integer>();
        for (var left = hears.readInt(); left > 0; left--) {
            missing.add(hears.readInt());
        }
        return new BoundPacket(pages, size, markAt, missing);
    }

    private static void send(DataOutputStream tells, Supplied document) throws IOException {
        switch (document) {
            case Supplied.Missing(var instead) -> {
                tells.writeLong(-1);
                send(tells, instead);
            }
            case Supplied.Pdf(var content, var size) -> {
                tells.writeLong(size);
                try (content) {
                    if (content.transferTo(tells) != size) {
                        throw new IOException("a document that is not of its size");
                    }
                }
                tells.flush();
            }
        }
    }

    private static void send(DataOutputStream tells, Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(object);
        }
        tells.writeInt(bytes.size());
        bytes.writeTo(tells);
        tells.flush();
    }

    private void endIfSilent(Process process, AtomicLong heardOf) {
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                if (System.nanoTime() - heardOf.get() > settings.documentTime().toNanos()) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ended by itself
        }
    }

    private Process start(Path folder, String fingerprint) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // its last words are no part of the answer
                "-Xshare:auto",
                "-Djava.awt.headless=true"));
        command.addAll(program());
        command.addAll(List.of(folder.toString(), fingerprint));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")));
        builder.environment().clear(); // it need not know passwords
        return builder.start();
    }

    /**
     * The class path and the main class. Of all that the application has, the bookbinder gets the few parts it needs, which
     * start sooner; in the packed jar Spring's launcher finds them.
     */
    private static List<String> program() {
        var parts = PARTS.stream()
                .map(it -> it.getProtectionDomain().getCodeSource().getLocation())
                .toList();
        return parts.stream().allMatch(it -> it.getProtocol().equals("file"))
                ? List.of(
                        "-cp",
                        parts.stream()
                                .map(it -> Path.of(URI.create(it.toString())).toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        Bookbinder.class.getName())
                : List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dloader.main=" + Bookbinder.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}

package de.ratssaal.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Binds packets. */
public interface PacketBinder {

    /** Name of the bound file within the folder. */
    String FILE = "packet.pdf";

    /**
     * Binds a packet into a folder. What an earlier attempt left there for the same packet is taken up.
     *
     * @param fingerprint identifies the packet: what lies in the folder for another one is not used
     * @throws IOException if it cannot be bound now; another attempt goes on from there
     */
    BoundPacket bind(PacketContents contents, String fingerprint, Path folder, Supply supply) throws IOException;

    /** What the binder asks for while it works. */
    interface Supply {

        /**
         * A document in the form of a PDF.
         *
         * @param number its place among all documents, counted from 0
         */
        Supplied document(int number) throws IOException;

        /** What is printed in place of a document that cannot be read. */
        PacketContents.Content.Text unreadable(int number) throws IOException;

        /** So many pages of documents are bound. */
        void progress(int pages);
    }

    /** A document, or why there is none. */
    sealed interface Supplied {

        record Pdf(InputStream content, long size) implements Supplied {}

        /** @param instead what is printed in its place */
        record Missing(PacketContents.Content.Text instead) implements Supplied {}
    }
}

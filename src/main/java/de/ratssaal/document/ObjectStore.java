package de.ratssaal.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** A store outside the database in which sealed contents lie as objects. It never sees anything else. */
interface ObjectStore {

    /** Opens what is to be stored, from its first byte; called again if it has to be sent again. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Returns when the store has all of it. */
    void put(UUID object, long size, Source source);

    /**
     * A stretch of an object.
     *
     * @return fewer bytes, or none, if the object is shorter or not there
     */
    byte[] read(UUID object, long from, int length);

    /** Removes an object, if it is there. */
    void delete(UUID object);
}

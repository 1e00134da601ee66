package de.ratssaal.packet;

import de.ratssaal.document.DerivedContents;
import java.io.InputStream;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A packet for one reader. The bytes are read as they are wanted; the reader's name is put in on the way. */
public final class PacketContent {

    private final PacketStore.Row row;
    private final byte @Nullable [] mark;
    private final DerivedContents contents;

    PacketContent(PacketStore.Row row, byte @Nullable [] mark, DerivedContents contents) {
        this.row = row;
        this.mark = mark;
        this.contents = contents;
    }

    public long size() {
        return row.size();
    }

    public int pages() {
        return row.pages();
    }

    /** Differs whenever a byte differs. */
    public String tag() {
        return row.hash() + (mark == null ? "" : "-" + Integer.toHexString(Arrays.hashCode(mark)));
    }

    public InputStream open() {
        var whole = contents.open(Objects.requireNonNull(row.hash()), 0)
                .orElseThrow(() -> new NoSuchElementException("packet " + row.id()));
        return mark == null ? whole : new MarkedStream(whole, row.markAt(), mark);
    }
}

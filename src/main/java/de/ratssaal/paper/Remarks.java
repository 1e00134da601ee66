package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;

/** Collects what the reader of a text remarks. */
final class Remarks {

    private static final int QUOTE = 300;

    private final List<ReadingRemark> all = new ArrayList<>();

    void add(ReadingRemark.Kind kind, String quote) {
        var remark = new ReadingRemark(kind, shortened(quote.strip()));
        if (!all.contains(remark)) {
            all.add(remark);
        }
    }

    List<ReadingRemark> all() {
        return List.copyOf(all);
    }

    private static String shortened(String quote) {
        return quote.length() <= QUOTE ? quote : quote.substring(0, QUOTE) + " …";
    }
}

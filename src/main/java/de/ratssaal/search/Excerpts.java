package de.ratssaal.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Cuts out of a text what shows why it was found, with the words that were searched for marked. */
public final class Excerpts {

    private static final int LONG = 260;
    private static final int BEFORE = 70;
    private static final int MOST_READ = 60_000;

    private final German german;
    private final Asked asked;

    public Excerpts(German german, Asked asked) {
        this.german = german;
        this.asked = asked;
    }

    /** The whole text, marked. */
    public List<Marked> whole(String text) {
        return marked(text, hits(text), 0, text.length());
    }

    /** The place where most different words of the question stand together; the beginning if none does. */
    public List<Marked> best(String text) {
        var read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
        var hits = hits(read);
        var best = 0;
        var most = 0;
        for (var at = 0; at < hits.size(); at++) {
            var stems = new HashSet<String>();
            for (var to = at;
                    to < hits.size() && hits.get(to).end() <= hits.get(at).start() + LONG - BEFORE;
                    to++) {
                stems.add(hits.get(to).stem());
            }
            if (stems.size() > most) {
                most = stems.size();
                best = at;
            }
        }
        var from =
                hits.isEmpty() ? 0 : wordAfter(read, Math.max(0, hits.get(best).start() - BEFORE));
        var to = wordBefore(read, Math.min(read.length(), from + LONG));
        var pieces = new ArrayList<Marked>();
        if (from > 0) {
            pieces.add(new Marked("… ", false));
        }
        pieces.addAll(marked(read, hits, from, to));
        if (to < text.length()) {
            pieces.add(new Marked(" …", false));
        }
        return pieces;
    }

    private List<German.Token> hits(String text) {
        return german.tokens(text).stream().filter(asked.marks()).toList();
    }

    private static int wordAfter(String text, int at) {
        if (at == 0) {
            return 0;
        }
        var space = text.indexOf(' ', at);
        return space < 0 || space > at + BEFORE ? at : space + 1;
    }

    private static int wordBefore(String text, int at) {
        var space = at == text.length() ? -1 : text.lastIndexOf(' ', at);
        return space < at - BEFORE || space <= 0 ? at : space;
    }

    private static List<Marked> marked(String text, List<German.Token> hits, int from, int to) {
        var pieces = new ArrayList<Marked>();
        var at = from;
        for (var hit : hits) {
            if (hit.start() >= at && hit.end() <= to) {
                add(pieces, text.substring(at, hit.start()), false);
                add(pieces, text.substring(hit.start(), hit.end()), true);
                at = hit.end();
            }
        }
        add(pieces, text.substring(Math.min(at, to), to), false);
        return pieces;
    }

    private static void add(List<Marked> pieces, String text, boolean isHit) {
        if (!text.isEmpty()) {
            pieces.add(new Marked(text.replaceAll("\\s+", " "), isHit));
        }
    }
}

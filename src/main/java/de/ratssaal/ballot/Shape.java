package de.ratssaal.ballot;

import java.util.List;

/** Lists of one entry for each place of each question. */
final class Shape {

    private Shape() {}

    /** @throws MalformedRecord if there are more or fewer entries than places */
    static void require(List<? extends List<?>> entries, ElectionParameters election) {
        var wanted = election.questions().stream().map(Question::slots).toList();
        var there = entries.stream().map(List::size).toList();
        if (!there.equals(wanted)) {
            throw new MalformedRecord("", "%s entries instead of %s".formatted(there, wanted));
        }
    }
}

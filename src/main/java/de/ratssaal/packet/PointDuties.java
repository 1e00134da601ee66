package de.ratssaal.packet;

import de.ratssaal.paper.ResolutionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Who has to see to a point until when, and to whom a report is owed, a line each. */
final class PointDuties {

    private PointDuties() {}

    /** @param words finds a text by its key */
    static List<String> of(ResolutionPoint point, BiFunction<String, Object[], String> words) {
        var lines = new ArrayList<String>();
        var responsible = point.responsible();
        if (responsible != null) {
            lines.add(words.apply("packet.point.responsible", new Object[] {responsible}));
        }
        var due = point.due();
        if (due != null) {
            var from = due.from();
            lines.add(
                    from == null
                            ? words.apply("packet.point.due-by", new Object[] {due.until()})
                            : words.apply("packet.point.due-between", new Object[] {from, due.until()}));
        }
        var report = point.report();
        if (report != null) {
            lines.add(words.apply("packet.point.report", new Object[] {report.recipient()}));
        }
        return lines;
    }
}

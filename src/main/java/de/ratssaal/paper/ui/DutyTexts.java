package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ReportDuty;

/** What follows from a point, in words. */
final class DutyTexts {

    private DutyTexts() {}

    static String responsible(Component view, String office) {
        return view.getTranslation("paper.point.responsible-is", office);
    }

    static String due(Component view, DueDate due) {
        var from = due.from();
        if (from == null) {
            return view.getTranslation("paper.point.due-by", due.until());
        }
        var isQuarter = from.getDayOfMonth() == 1
                && from.getMonthValue() % 3 == 1
                && due.until().equals(from.plusMonths(3).minusDays(1));
        return isQuarter
                ? view.getTranslation(
                        "paper.point.due-quarter", (from.getMonthValue() + 2) / 3, Integer.toString(from.getYear()))
                : view.getTranslation("paper.point.due-between", from, due.until());
    }

    static String report(Component view, ReportDuty report) {
        var from = report.from();
        var kind = report.repeated() ? "reports" : "report";
        return from == null
                ? view.getTranslation("paper.point." + kind + "-to", report.recipient())
                : view.getTranslation("paper.point." + kind + "-to-from", report.recipient(), from);
    }
}

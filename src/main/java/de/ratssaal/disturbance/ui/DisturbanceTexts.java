package de.ratssaal.disturbance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.disturbance.AffectedStep;
import de.ratssaal.disturbance.Disturbance;
import de.ratssaal.disturbance.DisturbanceKind;
import de.ratssaal.disturbance.SecondWay;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** What desk and devices say of disturbances in the same words. */
final class DisturbanceTexts {

    /** How many minutes ago a disturbance can have begun, as people say it. */
    static final List<Integer> AGO = List.of(0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60);

    private DisturbanceTexts() {}

    static String clock(Instant at, Board board) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(at.atZone(board.meeting().zone()));
    }

    static Select<DisturbanceKind> kinds(Component on) {
        var kinds = new Select<DisturbanceKind>();
        kinds.setLabel(on.getTranslation("disturbance.what"));
        kinds.setItems(Arrays.asList(DisturbanceKind.values()));
        kinds.setItemLabelGenerator(it -> on.getTranslation("disturbance.kind." + it));
        kinds.setValue(DisturbanceKind.NOT_SAID);
        return kinds;
    }

    static Select<Integer> since(Component on) {
        var since = new Select<Integer>();
        since.setLabel(on.getTranslation("disturbance.since"));
        since.setItems(AGO);
        since.setItemLabelGenerator(
                it -> it == 0 ? on.getTranslation("disturbance.since-now") : on.getTranslation("disturbance.ago", it));
        since.setValue(0);
        return since;
    }

    /** The choice that comes next to when it began. */
    static int minutesBefore(Disturbance disturbance) {
        var minutes =
                Duration.between(disturbance.began(), disturbance.reportedAt()).toMinutes();
        return AGO.stream().filter(it -> it >= minutes).findFirst().orElse(AGO.getLast());
    }

    static String name(Component on, AffectedStep step) {
        var motion = step.motion();
        var label = motion == null
                ? step.label()
                : on.getTranslation("chamber.motion.kind." + motion)
                        + (step.label().isEmpty() ? "" : ": " + step.label());
        return on.getTranslation("disturbance.step." + step.kind(), label);
    }

    /** How to report without this device. It stays readable when the line is down: it is a part of the page. */
    static Component secondWay(Component on, SecondWay way) {
        var lines = new Div();
        lines.addClassName("rs-second-way");
        lines.add(new Paragraph(on.getTranslation("disturbance.way.text")));
        if (!way.phone().isEmpty()) {
            var digits = way.phone().replaceAll("[^+0-9]", "");
            lines.add(contact("tel:" + digits, Symbol.PHONE, way.phone()));
            lines.add(contact("sms:" + digits, Symbol.SEND, on.getTranslation("disturbance.way.sms", way.phone())));
        }
        if (!way.mail().isEmpty()) {
            lines.add(contact("mailto:" + way.mail(), Symbol.INVITATION, way.mail()));
        }
        if (!way.isEntered()) {
            way.office().forEach(it -> lines.add(new Div(new Span(it))));
        }
        return lines;
    }

    private static Anchor contact(String address, Symbol symbol, String text) {
        var link = new Anchor();
        link.setUnsafeHref(
                address); // Vaadin takes sms for unsafe; number and address were checked when they were entered
        link.add(symbol.create(), new Span(text));
        link.addClassName("rs-second-way-link");
        return link;
    }
}

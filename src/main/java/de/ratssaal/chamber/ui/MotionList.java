package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Motions;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.MotionState;
import de.ratssaal.voting.ProceduralMotion;
import java.util.List;
import java.util.function.Function;

/** How motions on the procedure are shown and asked for, at the desk and on members' devices. */
final class MotionList {

    private MotionList() {}

    /** @param tools what may be done with one that is pending */
    static Component of(List<Motions.Moved> moved, Function<Motions.Moved, Component> tools) {
        var list = new UnorderedList();
        list.addClassName("rs-motions");
        for (var each : moved) {
            var entry = new ListItem(head(list, each));
            if (!each.motion().words().isEmpty() && each.motion().kind() != MotionKind.OTHER) {
                entry.add(new Paragraph(each.motion().words()));
            }
            entry.add(result(list, each.motion()));
            if (each.isPending()) {
                entry.add(tools.apply(each));
            }
            entry.addClassName("rs-motion");
            list.add(entry);
        }
        return list;
    }

    /** What is moved, in one line. */
    static String text(Component on, ProceduralMotion motion) {
        return motion.kind() == MotionKind.OTHER
                ? motion.words()
                : on.getTranslation("chamber.motion.kind." + motion.kind());
    }

    private static Component head(Component on, Motions.Moved moved) {
        var what = new Span(text(on, moved.motion()));
        what.addClassName("rs-row-title");
        var head = new Div(what, new Span(on.getTranslation("chamber.motion.moved-by", moved.mover())));
        var state = moved.motion().state();
        head.add(
                switch (state) {
                    case PENDING ->
                        new StatusBadge(
                                Tone.WARNING, Symbol.WAITING, on.getTranslation("chamber.motion.state.PENDING"));
                    case ADOPTED ->
                        new StatusBadge(Tone.SUCCESS, Symbol.YES, on.getTranslation("chamber.motion.state.ADOPTED"));
                    case REJECTED ->
                        new StatusBadge(Tone.NEUTRAL, Symbol.NO, on.getTranslation("chamber.motion.state.REJECTED"));
                    case WITHDRAWN ->
                        new StatusBadge(Tone.NEUTRAL, Symbol.UNDO, on.getTranslation("chamber.motion.state.WITHDRAWN"));
                    case NOT_SUPPORTED ->
                        new StatusBadge(
                                Tone.NEUTRAL, Symbol.NO, on.getTranslation("chamber.motion.state.NOT_SUPPORTED"));
                });
        head.addClassName("rs-motion-head");
        return head;
    }

    private static Component result(Component on, ProceduralMotion motion) {
        var votes = motion.votes();
        var asking = motion.asking();
        var text = motion.state() == MotionState.PENDING || motion.state() == MotionState.WITHDRAWN
                ? ""
                : votes != null
                        ? on.getTranslation("chamber.motion.votes", votes.yes(), votes.no(), votes.abstentions())
                        : asking == null ? "" : on.getTranslation("chamber.motion.asked", asking);
        var line = new Paragraph(text);
        line.addClassName("rs-muted");
        line.setVisible(!text.isEmpty());
        return line;
    }

    /** Asks what is moved; words are needed only where the kind does not say it all. */
    static final class Form extends Div {

        private final Select<MotionKind> kind = new Select<>();
        private final TextArea words = new TextArea();

        Form() {
            kind.setLabel(getTranslation("chamber.motion.kind"));
            kind.setItems(MotionKind.values());
            kind.setItemLabelGenerator(it -> getTranslation("chamber.motion.kind." + it));
            kind.setValue(MotionKind.END_DEBATE);
            kind.setWidthFull();
            words.setLabel(getTranslation("chamber.motion.words"));
            words.setHelperText(getTranslation("chamber.motion.words-help"));
            words.setMaxLength(2_000);
            words.setWidthFull();
            kind.addValueChangeListener(
                    change -> words.setRequiredIndicatorVisible(change.getValue() == MotionKind.OTHER));
            add(kind, words);
            addClassName("rs-form");
        }

        MotionKind kind() {
            return kind.getValue();
        }

        String words() {
            return words.getValue();
        }

        void clear() {
            words.clear();
        }
    }
}

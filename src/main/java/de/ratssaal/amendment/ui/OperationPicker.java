package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ui.ProposalEditor;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.IntStream;

/** Picks a change of one point by its name, and makes it in the copy that is being edited. */
class OperationPicker extends Composite<Div> {

    /** What can be picked. */
    enum Pick {
        DELETE,
        INSERT,
        WORDS
    }

    private final ProposalEditor editor;
    private final Runnable changed;
    private final Select<Pick> pick = new Select<>();
    private final Select<Integer> point = new Select<>();
    private final TextField words = new TextField();
    private final TextField with = new TextField();

    OperationPicker(ProposalEditor editor, Runnable changed) {
        this.editor = editor;
        this.changed = changed;
        pick.setLabel(getTranslation("amendment.pick"));
        pick.setItems(Pick.values());
        pick.setItemLabelGenerator(it -> getTranslation("amendment.pick." + it));
        point.setLabel(getTranslation("amendment.pick.point"));
        point.setItemLabelGenerator("%02d"::formatted);
        words.setLabel(getTranslation("amendment.pick.words"));
        with.setLabel(getTranslation("amendment.pick.with"));
        pick.addValueChangeListener(it -> show());
        var make = new Button(getTranslation("amendment.pick.make"), Symbol.CHECK.create(), click -> make());
        getContent().add(pick, point, words, with, make);
        getContent().addClassName("rs-fields-row");
        pick.setValue(Pick.WORDS);
        offerPoints();
        point.addFocusListener(it -> offerPoints());
    }

    private void show() {
        words.setVisible(pick.getValue() == Pick.WORDS);
        with.setVisible(pick.getValue() == Pick.WORDS);
    }

    private void offerPoints() {
        var chosen = point.getValue();
        var count = editor.proposal().points().size();
        point.setItems(IntStream.rangeClosed(1, count).boxed().toList());
        point.setValue(chosen != null && chosen <= count ? chosen : count == 0 ? null : Integer.valueOf(1));
    }

    private void make() {
        var proposal = editor.proposal();
        var chosen = point.getValue();
        if (chosen == null || chosen > proposal.points().size()) {
            throw new Refusal("amendment.pick.point-missing");
        }
        var points = new ArrayList<>(proposal.points());
        switch (pick.getValue()) {
            case DELETE -> points.remove(chosen - 1);
            case INSERT -> points.add(chosen, ResolutionPoint.of("", ""));
            case WORDS -> points.set(chosen - 1, replaced(points.get(chosen - 1)));
        }
        editor.show(new ResolutionProposal(proposal.intro(), points));
        offerPoints();
        changed.run();
    }

    /** The words must be found once: otherwise it would be a guess which of them are meant. */
    private ResolutionPoint replaced(ResolutionPoint before) {
        var wording = before.wording();
        var first = words.isEmpty() ? -1 : wording.indexOf(words.getValue());
        if (first < 0) {
            throw new Refusal("amendment.pick.words-missing");
        }
        if (wording.indexOf(words.getValue(), first + 1) >= 0) {
            throw new Refusal("amendment.pick.words-twice");
        }
        var now = ResolutionPoint.read(wording.substring(0, first)
                + with.getValue()
                + wording.substring(first + words.getValue().length()));
        var read = ResolutionPoint.read(wording);
        // what was read from the old words follows the new ones, what was set by hand stays
        return new ResolutionPoint(
                "",
                now.text(),
                now.subPoints(),
                Objects.equals(before.responsible(), read.responsible()) ? now.responsible() : before.responsible(),
                Objects.equals(before.due(), read.due()) ? now.due() : before.due(),
                Objects.equals(before.report(), read.report()) ? now.report() : before.report());
    }
}

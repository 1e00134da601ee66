package de.ratssaal.election.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.chamber.Board;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.function.Consumer;

/** Asks who is named as a candidate: a member, somebody else, or a list of names. */
class NominateDialog {

    private final Dialog dialog = new Dialog();

    private final ComboBox<MemberSummary> member = new ComboBox<>(ElectionParts.text("election.nominate.member"));
    private final TextField name = new TextField();
    private final TextArea members = new TextArea(ElectionParts.text("election.nominate.members"));
    private final TextField by = new TextField(ElectionParts.text("election.nominate.by"));
    private final Checkbox consented = new Checkbox(ElectionParts.text("election.nominate.consented"));

    NominateDialog(Board board, ElectionSummary election, ElectionPreparing preparing, Consumer<Runnable> act) {
        var isList = election.kind() == ElectionKind.LISTS;
        name.setLabel(ElectionParts.text(isList ? "election.nominate.list-name" : "election.nominate.name"));
        member.setItems(DeskElections.members(board));
        member.setItemLabelGenerator(MemberSummary::name);
        member.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                name.setValue(change.getValue().name());
            }
        });
        member.setClearButtonVisible(true);
        List.<HasSize>of(member, name, members, by).forEach(HasSize::setWidthFull);
        members.setMinRows(4);
        dialog.setHeaderTitle(ElectionParts.text(isList ? "election.desk.name-list" : "election.desk.name"));
        dialog.setWidth("34rem");
        if (isList) {
            dialog.add(name, members, by, consented);
        } else {
            dialog.add(member, name, by, consented);
        }
        var done = new Button(ElectionParts.text("election.save"), click -> {
            var chosen = member.getValue();
            var isMember =
                    chosen != null && chosen.name().equals(name.getValue().strip());
            act.accept(() -> preparing.nominate(
                    election.id(),
                    name.getValue(),
                    isMember ? chosen.person() : null,
                    by.getValue(),
                    consented.getValue(),
                    members.getValue()
                            .lines()
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .toList()));
            dialog.close();
        });
        done.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), done);
    }

    void open() {
        dialog.open();
    }
}

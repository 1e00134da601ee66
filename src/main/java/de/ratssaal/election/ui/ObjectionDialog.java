package de.ratssaal.election.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.function.Consumer;

/** Asks which member objects to an open round. */
class ObjectionDialog {

    private final Dialog dialog = new Dialog();

    ObjectionDialog(List<MemberSummary> voters, Consumer<PersonId> objected) {
        var member = new ComboBox<MemberSummary>(ElectionParts.text("election.objection.member"));
        member.setItems(voters);
        member.setItemLabelGenerator(MemberSummary::name);
        member.setWidthFull();
        dialog.setHeaderTitle(ElectionParts.text("election.desk.enter-objection"));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(ElectionParts.text("election.objection.text")), member);
        var done = new Button(ElectionParts.text("election.save"), click -> {
            var chosen = member.getValue();
            member.setInvalid(chosen == null);
            member.setErrorMessage(ElectionParts.text("election.objection.member-missing"));
            if (chosen != null) {
                objected.accept(chosen.person());
                dialog.close();
            }
        });
        done.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), done);
    }

    void open() {
        dialog.open();
    }
}

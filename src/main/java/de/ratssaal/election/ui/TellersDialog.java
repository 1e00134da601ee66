package de.ratssaal.election.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.election.Candidate;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks who counts the ballots: at least two, none of whom stands. */
class TellersDialog {

    private final Dialog dialog = new Dialog();

    TellersDialog(List<MemberSummary> members, ElectionSummary election, Consumer<List<PersonId>> named) {
        var standing = election.candidates().stream().map(Candidate::person).collect(Collectors.toSet());
        var tellers = new MultiSelectComboBox<MemberSummary>(ElectionParts.text("election.tellers.label"));
        tellers.setItems(
                members.stream().filter(it -> !standing.contains(it.person())).toList());
        tellers.setItemLabelGenerator(MemberSummary::name);
        tellers.setValue(members.stream()
                .filter(it -> election.tellers().contains(it.person()))
                .collect(Collectors.toSet()));
        tellers.setWidthFull();
        dialog.setHeaderTitle(ElectionParts.text("election.desk.name-tellers"));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(ElectionParts.text("election.tellers.text")), tellers);
        var done = new Button(ElectionParts.text("election.save"), click -> {
            named.accept(tellers.getValue().stream().map(MemberSummary::person).toList());
            dialog.close();
        });
        done.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), done);
    }

    void open() {
        dialog.open();
    }
}

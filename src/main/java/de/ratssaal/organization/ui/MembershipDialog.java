package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewMembership;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Begins a membership: who, where, as what, from which day. A substitute is appointed for a member. */
class MembershipDialog extends FormDialog {

    private static final int LAST_SEAT = 999;

    private final transient Councils councils;
    private final transient MembershipAdministration memberships;
    private final transient PersonAdministration persons;
    private final transient Clock clock;
    private final ComboBox<PersonSummary> person = new ComboBox<>();
    private final ComboBox<OrganizationSummary> organization = new ComboBox<>();
    private final Select<MembershipRole> role = new Select<>();
    private final ComboBox<MemberSummary> standsInFor = new ComboBox<>();
    private final Checkbox votes = new Checkbox();
    private final IntegerField weight = new IntegerField();
    private final IntegerField seat = new IntegerField();
    private final DatePicker firstDay;
    private final DatePicker lastDay;

    private MembershipDialog(
            String title,
            Councils councils,
            MembershipAdministration memberships,
            PersonAdministration persons,
            Clock clock,
            Runnable done) {
        super(title, UI.getCurrent().getTranslation("organization.membership.begin-verb"), done);
        this.councils = councils;
        this.memberships = memberships;
        this.persons = persons;
        this.clock = clock;
        firstDay = dayField(getTranslation("organization.membership.first-day"), null);
        lastDay = dayField(getTranslation("organization.membership.last-day"), null);
        labels();
        answers();
        role.addValueChangeListener(change -> adapt());
        organization.addValueChangeListener(change -> {
            var offered = rolesOffered();
            offerRoles(offered, offered.getFirst());
        });
        votes.addValueChangeListener(change -> offerWeight());
        firstDay.addValueChangeListener(change -> {
            offerMembers();
            offerWeight();
        });
    }

    /** Somebody becomes a member of this organization. */
    static MembershipDialog in(
            OrganizationSummary organization,
            MembershipRole role,
            Councils councils,
            MembershipAdministration memberships,
            PersonAdministration persons,
            Clock clock,
            Runnable done) {
        var dialog = new MembershipDialog(
                UI.getCurrent().getTranslation("organization.membership.add-to", organization.name()),
                councils,
                memberships,
                persons,
                clock,
                done);
        dialog.organization.setItems(organization);
        dialog.offerPersons();
        var register = new Button(
                dialog.getTranslation("organization.person.register"), Symbol.ADD.create(), click -> dialog.register());
        dialog.ask(dialog.person, new Div(register));
        dialog.askTheRest();
        dialog.organization.setValue(organization);
        dialog.role.setValue(role);
        return dialog;
    }

    /** This person becomes a member of an organization. */
    static MembershipDialog of(
            PersonSummary person,
            List<OrganizationSummary> organizations,
            Councils councils,
            MembershipAdministration memberships,
            PersonAdministration persons,
            Clock clock,
            Runnable done) {
        var dialog = new MembershipDialog(
                UI.getCurrent().getTranslation("organization.membership.begin-of", person.name()),
                councils,
                memberships,
                persons,
                clock,
                done);
        dialog.person.setItems(person);
        dialog.person.setValue(person);
        dialog.organization.setItems(organizations);
        dialog.ask(dialog.organization);
        dialog.askTheRest();
        dialog.offerRoles(dialog.rolesOffered(), MembershipRole.MEMBER);
        return dialog;
    }

    private void labels() {
        person.setLabel(getTranslation("organization.membership.person"));
        person.setHelperText(getTranslation("organization.membership.person-help"));
        person.setItemLabelGenerator(PersonSummary::sortName);
        person.setRequiredIndicatorVisible(true);
        organization.setLabel(getTranslation("organization.membership.organization"));
        organization.setItemLabelGenerator(OrganizationSummary::name);
        organization.setRequiredIndicatorVisible(true);
        role.setLabel(getTranslation("organization.membership.role"));
        role.setItemLabelGenerator(it -> getTranslation("organization.role." + it));
        standsInFor.setLabel(getTranslation("organization.membership.stands-in-for"));
        standsInFor.setHelperText(getTranslation("organization.membership.stands-in-for-help"));
        standsInFor.setItemLabelGenerator(MemberSummary::sortName);
        standsInFor.setRequiredIndicatorVisible(true);
        votes.setLabel(getTranslation("organization.membership.votes"));
        votes.setHelperText(getTranslation("organization.membership.votes-help"));
        weight.setLabel(getTranslation("organization.membership.weight"));
        weight.setHelperText(getTranslation("organization.membership.weight-help"));
        weight.setMin(1);
        weight.setMax(NewMembership.MOST_VOTES);
        weight.setStepButtonsVisible(true);
        weight.setValue(1);
        seat.setLabel(getTranslation("organization.membership.seat"));
        seat.setHelperText(getTranslation("organization.membership.seat-help"));
        seat.setMin(1);
        seat.setMax(LAST_SEAT);
        firstDay.setRequiredIndicatorVisible(true);
        lastDay.setHelperText(getTranslation("organization.membership.last-day-help"));
    }

    private void answers() {
        answerAt(person, "organization.membership.twice", "organization.membership.second-group");
        answerAt(role, "organization.membership.second-chair", "organization.membership.second-head");
        answerAt(votes, "organization.membership.all-votes-taken");
        answerAt(weight, "organization.membership.one-vote-each");
        answerAt(seat, "organization.membership.seat-taken");
        answerAt(lastDay, "organization.ends-before-start");
        answerAt(
                standsInFor,
                "organization.substitute.not-for-oneself",
                "organization.substitute.of-voting-members-only");
    }

    private void askTheRest() {
        ask(role, standsInFor, votes, weight, seat);
        askInRow(firstDay, lastDay);
    }

    private void offerPersons() {
        person.setItems(persons.search(""));
    }

    private void register() {
        new PersonDialog(persons, this::choose).open();
    }

    private void choose(PersonId registered) {
        var all = persons.search("");
        person.setItems(all);
        all.stream().filter(it -> it.id().equals(registered)).findFirst().ifPresent(person::setValue);
        person.focus();
    }

    /** The first is the one proposed. */
    private List<MembershipRole> rolesOffered() {
        var where = organization.getValue();
        var isOffice = where != null && where.classification() == Classification.OFFICE;
        return Stream.of(MembershipRole.values())
                .filter(it -> it.isOfOffice() == isOffice)
                .sorted(Comparator.comparing(it -> it != MembershipRole.MEMBER && it != MembershipRole.OFFICE_WORKER))
                .toList();
    }

    private void offerRoles(List<MembershipRole> offered, MembershipRole proposed) {
        var before = role.getValue();
        role.setItems(offered);
        role.setValue(before != null && offered.contains(before) ? before : proposed);
        adapt();
    }

    /** Asks only for what the role has. */
    private void adapt() {
        var chosen = role.getValue();
        var isSubstitute = chosen == MembershipRole.SUBSTITUTE;
        var canVote = chosen != null && chosen.canVote();
        standsInFor.setVisible(isSubstitute);
        votes.setVisible(canVote);
        votes.setValue(canVote);
        seat.setVisible(!isSubstitute && !(chosen != null && chosen.isOfOffice()));
        var where = organization.getValue();
        if (where != null && firstDay.isEmpty()) {
            firstDay.setValue(LocalDate.ofInstant(
                    clock.instant(), councils.body(where.body()).zone()));
        }
        offerMembers();
        offerWeight();
    }

    /** Asked only where the rules of procedure of that day know several votes of one member. */
    private void offerWeight() {
        var where = organization.getValue();
        var day = firstDay.getValue();
        weight.setVisible(votes.isVisible()
                && votes.getValue()
                && where != null
                && day != null
                && where.classification() != Classification.OFFICE
                && councils.rules(where.id(), day).weight().weighted());
    }

    private void offerMembers() {
        var where = organization.getValue();
        var day = firstDay.getValue();
        var before = standsInFor.getValue();
        var offered = where == null || day == null
                ? List.<MemberSummary>of()
                : councils.members(where.id(), day).stream()
                        .filter(MemberSummary::votes)
                        .toList();
        standsInFor.setItems(offered);
        if (before != null) {
            offered.stream()
                    .filter(it -> it.person().equals(before.person()))
                    .findFirst()
                    .ifPresent(standsInFor::setValue);
        }
    }

    @Override
    void check(FieldChecks fields) {
        fields.require(person, "organization.membership.person-missing");
        fields.require(organization, "organization.membership.organization-missing");
        if (role.getValue() == MembershipRole.SUBSTITUTE) {
            fields.require(standsInFor, "organization.membership.stands-in-for-missing");
        } else if (seat.isVisible() && !seat.isEmpty()) {
            fields.requireNumber(seat);
        }
        if (weight.isVisible()) {
            fields.requireNumber(weight);
        }
        fields.require(firstDay, "organization.day-missing");
    }

    @Override
    void save() {
        var where = organization.getValue().id();
        var who = person.getValue().id();
        if (role.getValue() == MembershipRole.SUBSTITUTE) {
            memberships.appointSubstitute(
                    where, who, standsInFor.getValue().person(), firstDay.getValue(), lastDay.getValue());
        } else {
            memberships.begin(new NewMembership(
                    where,
                    who,
                    role.getValue(),
                    votes.getValue(),
                    seat.isEmpty() || !seat.isVisible() ? 0 : seat.getValue(),
                    firstDay.getValue(),
                    lastDay.getValue(),
                    weight.isVisible() ? weight.getValue() : 1));
        }
    }
}

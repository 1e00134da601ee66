package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipSummary;
import java.time.LocalDate;

/** Ends a membership on a day. It stays in the history. */
class EndMembershipDialog extends FormDialog {

    private final transient MembershipAdministration memberships;
    private final transient MembershipSummary membership;
    private final DatePicker lastDay;

    EndMembershipDialog(
            MembershipSummary membership, LocalDate today, MembershipAdministration memberships, Runnable done) {
        super(
                UI.getCurrent()
                        .getTranslation(
                                "organization.membership.end-in",
                                membership.organization().name()),
                UI.getCurrent().getTranslation("organization.membership.end-verb"),
                done);
        this.memberships = memberships;
        this.membership = membership;
        var known = membership.lastDay();
        lastDay = dayField(getTranslation("organization.membership.last-day"), known == null ? today : known);
        lastDay.setHelperText(getTranslation("organization.membership.end-help"));
        lastDay.setRequiredIndicatorVisible(true);
        answerAt(lastDay, "organization.ends-before-start", "organization.membership.already-ends");
        explain(getTranslation("organization.membership.end-text"));
        ask(lastDay);
    }

    @Override
    void check(FieldChecks fields) {
        fields.require(lastDay, "organization.day-missing");
    }

    @Override
    void save() {
        memberships.end(membership.id(), lastDay.getValue());
    }
}

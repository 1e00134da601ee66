package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipSummary;

/** Gives a member a place in the seat plan, or none. */
class SeatDialog extends FormDialog {

    private static final int LAST_SEAT = 999;

    private final transient MembershipAdministration memberships;
    private final transient MembershipSummary membership;
    private final IntegerField seat = new IntegerField();

    SeatDialog(MembershipSummary membership, MembershipAdministration memberships, Runnable done) {
        super(
                UI.getCurrent()
                        .getTranslation(
                                "organization.membership.seat-in",
                                membership.organization().name()),
                UI.getCurrent().getTranslation("organization.save"),
                done);
        this.memberships = memberships;
        this.membership = membership;
        seat.setLabel(getTranslation("organization.membership.seat"));
        seat.setHelperText(getTranslation("organization.membership.seat-help"));
        seat.setMin(1);
        seat.setMax(LAST_SEAT);
        if (membership.seat() > 0) {
            seat.setValue(membership.seat());
        }
        answerAt(seat, "organization.membership.seat-taken");
        ask(seat);
    }

    @Override
    void check(FieldChecks fields) {
        if (!seat.isEmpty()) {
            fields.requireNumber(seat);
        }
    }

    @Override
    void save() {
        memberships.seat(membership.id(), seat.isEmpty() ? 0 : seat.getValue());
    }
}

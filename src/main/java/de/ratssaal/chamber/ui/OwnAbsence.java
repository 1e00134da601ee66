package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.util.function.Consumer;

/** Where a member says that they cannot come to a meeting, and takes it back. */
class OwnAbsence extends Composite<Button> {

    /** @param act does a step and shows what came of it */
    OwnAbsence(
            AttendanceRegister attendance, MeetingId meeting, PersonId me, boolean isExcused, Consumer<Runnable> act) {
        var button = getContent();
        button.setText(getTranslation(isExcused ? "chamber.excuse.withdraw" : "chamber.excuse.own"));
        button.setIcon((isExcused ? Symbol.UNDO : Symbol.SIGN_OUT).create());
        button.addClickListener(click -> {
            if (isExcused) {
                act.accept(() -> attendance.withdrawExcuse(meeting, me));
            } else {
                ExcuseDialog.ask(
                        getTranslation("chamber.excuse.own-question"),
                        getTranslation("chamber.excuse.own"),
                        reason -> act.accept(() -> attendance.excuse(meeting, me, reason)));
            }
        });
    }
}

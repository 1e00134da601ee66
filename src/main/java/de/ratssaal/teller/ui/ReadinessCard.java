package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.teller.Readiness;
import de.ratssaal.teller.TellerLinks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** On the chair's desk: whether a secret vote can be held now, and if not, why and where that is changed. */
@org.springframework.stereotype.Component
class ReadinessCard implements LiveCard {

    private static final int BELOW_WHAT_HAPPENS_NOW = 80;

    @Override
    public int order() {
        return BELOW_WHAT_HAPPENS_NOW;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return screen == Screen.DESK ? Optional.of(new AtDesk()) : Optional.empty();
    }

    private static final class AtDesk implements Shown {

        private final Section section = new Section("rs-teller-ready");

        @Override
        public Component component() {
            return section;
        }

        @Override
        public void show(Board board) {
            var readiness = board.part(Readiness.class).orElse(Readiness.NOT_NAMED);
            var meeting = board.meeting();
            section.setVisible(meeting.state() != MeetingState.CLOSED);
            section.show(List.of(readiness), () -> card(readiness, meeting.organization()));
        }

        private Component card(Readiness readiness, OrganizationId organization) {
            var card = new Card(
                    section.getTranslation("teller.ready.title"),
                    new Paragraph(section.getTranslation(readiness.key())),
                    new Anchor(TellerLinks.of(organization), section.getTranslation("teller.open")));
            card.aside(TellerTexts.badge(section, readiness));
            return card;
        }
    }
}

package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.distribution.Representation;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.MeetingCard;
import de.ratssaal.organization.Councils;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a meeting's page: who represents the member who looks, or whom they represent; for who convenes, who is missing. */
@Component
class RepresentationCard implements MeetingCard {

    private final Representation representation;
    private final UnfilledSeats unfilled;
    private final Councils councils;
    private final Access access;

    RepresentationCard(Representation representation, UnfilledSeats unfilled, Councils councils, Access access) {
        this.representation = representation;
        this.unfilled = unfilled;
        this.councils = councils;
        this.access = access;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Card> card(MeetingSummary meeting) {
        if (meeting.state() != MeetingState.CONVENED && !meeting.state().isRunning()) {
            return Optional.empty();
        }
        var sentences = new ArrayList<String>();
        if (access.signedIn().map(it -> it.person() != null).orElse(false)) {
            representation
                    .representsMe(meeting.id())
                    .ifPresent(
                            it -> sentences.add(text("distribution.substitute.represents-you", councils.nameOf(it))));
            representation
                    .representedByMe(meeting.id())
                    .ifPresent(it -> sentences.add(text("distribution.substitute.you-represent", councils.nameOf(it))));
        }
        var card = new Card(text("distribution.substitute.title"));
        sentences.forEach(it -> card.add(new Paragraph(it)));
        var missing = unfilled.names(meeting);
        if (!missing.isEmpty()) {
            var warning = new Paragraph(
                    Symbol.WARNING.create(),
                    new Span(text("distribution.substitute.missing", String.join(", ", missing))));
            warning.addClassName("rs-problems");
            card.add(warning);
        }
        return sentences.isEmpty() && missing.isEmpty() ? Optional.empty() : Optional.of(card);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}

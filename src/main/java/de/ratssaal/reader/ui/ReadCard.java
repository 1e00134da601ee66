package de.ratssaal.reader.ui;

import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.MeetingCard;
import de.ratssaal.reader.MeetingReading;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a meeting's page: the way to its documents, and how many of them are unread. */
@Component
class ReadCard implements MeetingCard {

    private final MeetingReading reading;

    ReadCard(MeetingReading reading) {
        this.reading = reading;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<ReadPanel> card(MeetingSummary meeting) {
        return Optional.of(new ReadPanel(meeting, reading));
    }
}

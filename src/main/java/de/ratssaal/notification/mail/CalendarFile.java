package de.ratssaal.notification.mail;

import de.ratssaal.notification.Letter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The meeting for the person's calendar, as iTIP (RFC 5546) has it: REQUEST when they are invited, CANCEL when it is
 * called off. Calendars are shared and synchronized elsewhere, so there is nothing of the agenda in it.
 */
final class CalendarFile {

    /** A meeting whose end nobody knows still takes up the evening. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(3);

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarFile() {}

    /**
     * @param sender mail address that appears as the organizer
     * @param now when the file is made
     */
    static String of(Letter letter, LetterText text, String sender, Instant now) {
        var meeting = letter.meeting();
        var invites = letter.kind().invites();
        var event = new VEvent(false);
        event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(meeting.id() + "@" + letter.link().getHost()));
        event.add(new Sequence(letter.sequence()));
        event.add(new DtStart<>(meeting.start()));
        event.add(new DtEnd<>(Optional.ofNullable(meeting.endsAt())
                .orElse(meeting.startsAt().plus(USUAL_LENGTH))
                .atZone(meeting.zone())));
        event.add(new Summary(text.title() + " (" + meeting.organizationName() + ")"));
        if (!meeting.place().isBlank()) {
            event.add(new Location(meeting.place()));
        }
        event.add(new Description(text.linkLabel() + "\n" + text.link()));
        event.add(new Url(letter.link()));
        event.add(invites ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        var organizer = new Organizer(mailto(sender));
        organizer.add(new Cn(meeting.organizationName()));
        event.add(organizer);
        var attendee = new Attendee(mailto(letter.address()));
        attendee.add(new Cn(letter.name()));
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.FALSE);
        event.add(attendee);
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Ratssaal//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method(letter));
        var zone = meeting.zone().getId();
        calendar.add(Objects.requireNonNull(ZONES.getTimeZone(zone), zone).getVTimeZone());
        calendar.add(event);
        calendar.validate();
        return calendar.toString();
    }

    /** The method, which the mail's content type repeats. */
    static net.fortuna.ical4j.model.property.Method method(Letter letter) {
        return letter.kind().invites() ? ImmutableMethod.REQUEST : ImmutableMethod.CANCEL;
    }

    private static URI mailto(String address) {
        return URI.create("mailto:" + address);
    }
}

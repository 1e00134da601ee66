package de.ratssaal.calendar;

import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.MeetingTimes;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Meetings as an iCalendar object (RFC 5545, with RFC 7986's interval of reading). The same meetings give the same text, so
 * that programs can be told that nothing changed.
 */
final class MeetingCalendar {

    private static final Duration READ_AGAIN = Duration.ofHours(1);

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private MeetingCalendar() {}

    /** @param address of the application, for links */
    static String of(String name, List<MeetingSummary> meetings, URI address) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Ratssaal//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name)); // programs older than RFC 7986 know only these two
        calendar.add(new XProperty("X-PUBLISHED-TTL", READ_AGAIN.toString()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), READ_AGAIN));
        meetings.stream()
                .map(it -> it.zone().getId())
                .distinct()
                .forEach(zone -> calendar.add(
                        Objects.requireNonNull(ZONES.getTimeZone(zone), zone).getVTimeZone()));
        meetings.forEach(it -> calendar.add(event(it, address)));
        if (!meetings.isEmpty()) {
            calendar.validate(); // an empty calendar is fine for programs, though the grammar asks for one component
        }
        return calendar.toString();
    }

    private static VEvent event(MeetingSummary meeting, URI address) {
        var link = address + "/app/" + MeetingLinks.meeting(meeting.id());
        var event = new VEvent(false);
        event.add(new DtStamp(Optional.ofNullable(meeting.convenedAt())
                .orElse(meeting.startsAt())
                .truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Uid(meeting.id() + "@" + address.getHost())); // the mails have it too: no program shows it twice
        event.add(new Sequence(meeting.state() == MeetingState.CANCELLED ? 1 : 0)); // as in the mails
        event.add(new DtStart<>(meeting.start()));
        event.add(new DtEnd<>(
                MeetingTimes.end(meeting.startsAt(), meeting.endsAt()).atZone(meeting.zone())));
        event.add(new Summary(meeting.title() + " (" + meeting.organizationName() + ")"));
        if (!meeting.place().isBlank()) {
            event.add(new Location(meeting.place()));
        }
        event.add(new Description(link));
        event.add(new Url(URI.create(link)));
        event.add(
                meeting.state() == MeetingState.CANCELLED
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }
}

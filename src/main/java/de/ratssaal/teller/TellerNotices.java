package de.ratssaal.teller;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the pages of an organization, of its tellers and of its running meetings that something changed. */
@Component
class TellerNotices {

    private static final Duration LONGEST_MEETING = Duration.ofDays(2);

    private final ChangeNotices notices;
    private final Meetings meetings;
    private final Access access;
    private final Clock clock;

    TellerNotices(ChangeNotices notices, Meetings meetings, Access access, Clock clock) {
        this.notices = notices;
        this.meetings = meetings;
        this.access = access;
        this.clock = clock;
    }

    /** A message came: only those who look at the ceremony need to know. */
    void progress(TellerSet set) {
        notices.changed(Tellers.changesOf(set.organization()));
        set.seats().forEach(it -> notices.changed(Tellers.changesOf(it.person())));
    }

    /** Whether the organization is ready may have changed. */
    void readiness(TellerSet set) {
        progress(set);
        var now = clock.instant();
        access
                .asSystem(
                        "tellers",
                        () -> meetings.calendar(
                                List.of(set.organization()), now.minus(LONGEST_MEETING), now.plus(LONGEST_MEETING)))
                .stream()
                .filter(it -> it.state().isRunning())
                .forEach(it -> notices.changed(ChangeNotices.meeting(it.id().value())));
    }
}

package de.ratssaal.calendar;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.WithoutSession;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipSummary;
import de.ratssaal.organization.OrganizationSummary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses under which calendar programs read somebody's meetings. What is in a feed is decided by the owner's rights at
 * each reading; of the agenda there is nothing in it, since calendars are synchronized elsewhere.
 */
@Service
@Transactional
public class CalendarFeeds {

    /** More feeds than this nobody needs. */
    private static final int MOST_FEEDS = 20;

    private static final int LONGEST_NAME = 100;
    private static final int TOKEN_BYTES = 32;
    private static final Duration BACK = Duration.ofDays(400);
    private static final Duration AHEAD = Duration.ofDays(800);

    /** A reading is noted once in so much time, not with every request. */
    private static final Duration NOTED = Duration.ofHours(1);

    private final JdbcClient database;
    private final Meetings meetings;
    private final Councils councils;
    private final WithoutSession owners;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;
    private final URI address;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            JdbcClient database,
            Meetings meetings,
            Councils councils,
            WithoutSession owners,
            ApplicationEventPublisher events,
            Access access,
            Clock clock,
            RatssaalProperties settings) {
        this.database = database;
        this.meetings = meetings;
        this.councils = councils;
        this.owners = owners;
        this.events = events;
        this.access = access;
        this.clock = clock;
        this.address = URI.create(settings.publicUrl().replaceAll("/+$", ""));
    }

    /**
     * Makes an address for whoever acts.
     *
     * @param organization whose meetings alone are in it; none for all meetings of the organizations one belongs to
     * @param name such as the device that will read it
     */
    public NewFeed make(@Nullable OrganizationId organization, String name) {
        var account = access.require().account();
        var called = name.strip();
        if (called.isEmpty()) {
            throw new Refusal("calendar.feed.name-missing");
        }
        if (called.length() > LONGEST_NAME) {
            throw new Refusal("calendar.feed.name-too-long", LONGEST_NAME);
        }
        if (mine().size() >= MOST_FEEDS) {
            throw new Refusal("calendar.feed.too-many", MOST_FEEDS);
        }
        var id = FeedId.next();
        var token = token();
        database.sql("""
                        insert into calendar_feed (id, account_id, organization_id, name, token_hash, made_at)
                        values (:id, :account, :organization, :name, :hash, :now)
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("organization", organization == null ? null : organization.value())
                .param("name", called)
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new FeedMade(id, account));
        return new NewFeed(id, URI.create(address + "/calendar/" + token + ".ics"));
    }

    /** The feeds of whoever acts, the latest first. */
    @Transactional(readOnly = true)
    public List<FeedSummary> mine() {
        return database.sql("""
                        select id, organization_id, name, made_at, read_at from calendar_feed
                        where account_id = ? order by made_at desc, id
                        """)
                .param(access.require().account().value())
                .query((row, number) -> {
                    var organization = row.getObject("organization_id", UUID.class);
                    var read = row.getTimestamp("read_at");
                    return new FeedSummary(
                            new FeedId(row.getObject("id", UUID.class)),
                            organization == null ? null : new OrganizationId(organization),
                            row.getString("name"),
                            row.getTimestamp("made_at").toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    /** Ends one of the own feeds: its address leads nowhere from now on. */
    public void end(FeedId id) {
        var account = access.require().account();
        if (database.sql("delete from calendar_feed where id = ? and account_id = ?")
                        .params(id.value(), account.value())
                        .update()
                > 0) {
            events.publishEvent(new FeedEnded(id, account));
        }
    }

    /**
     * What a calendar program gets.
     *
     * @param token the secret part of the address
     * @return an iCalendar object (RFC 5545); nothing if the address leads nowhere
     */
    public Optional<String> read(String token) {
        return database.sql("select id, account_id, organization_id, name from calendar_feed where token_hash = ?")
                .param(hash(token))
                .query((row, number) -> {
                    var organization = row.getObject("organization_id", UUID.class);
                    return new Feed(
                            new FeedId(row.getObject("id", UUID.class)),
                            new AccountId(row.getObject("account_id", UUID.class)),
                            organization == null ? null : new OrganizationId(organization),
                            row.getString("name"));
                })
                .optional()
                .flatMap(this::content);
    }

    private Optional<String> content(Feed feed) {
        return owners.as(feed.account(), () -> {
            note(feed);
            var only = feed.organization();
            var shown = only == null ? ofOwner() : of(only);
            var name = only == null
                    ? access.require().name()
                    : councils.organization(only).name();
            return MeetingCalendar.of(name, shown, address);
        });
    }

    private void note(Feed feed) {
        var now = clock.instant();
        database.sql("""
                        update calendar_feed set read_at = :now
                        where id = :id and (read_at is null or read_at < :before)
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(NOTED)))
                .param("id", feed.id().value())
                .update();
    }

    /** Meetings at which the owner is expected: of the organizations to which they belong on the day. */
    private List<MeetingSummary> ofOwner() {
        var person = access.require().person();
        if (person == null) {
            return List.of();
        }
        var memberships = councils.memberships(person);
        return convened(memberships.stream()
                        .map(it -> it.organization().id())
                        .distinct()
                        .toList())
                .stream()
                .filter(it -> memberships.stream().anyMatch(membership -> holdsFor(membership, it)))
                .toList();
    }

    private static boolean holdsFor(MembershipSummary membership, MeetingSummary meeting) {
        return membership.organization().id().equals(meeting.organization())
                && isWithin(meeting.day(), membership.firstDay(), membership.lastDay());
    }

    private static boolean isWithin(LocalDate day, LocalDate first, @Nullable LocalDate last) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    private List<MeetingSummary> of(OrganizationId organization) {
        return convened(List.of(organization));
    }

    /** Those that were called off stay: otherwise programs that synchronize would keep them as they were. */
    private List<MeetingSummary> convened(List<OrganizationId> organizations) {
        var now = clock.instant();
        return meetings.calendar(organizations, now.minus(BACK), now.plus(AHEAD)).stream()
                .filter(it -> it.state() != MeetingState.PLANNED && it.convenedAt() != null)
                .toList();
    }

    /** Organizations whose meetings whoever acts could subscribe to. */
    @Transactional(readOnly = true)
    public List<OrganizationSummary> organizations() {
        var person = access.signedIn().map(it -> it.person()).orElse(null);
        var now = clock.instant();
        return councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream()
                        .filter(it -> it.classification().meets())
                        .filter(it -> councils.rules(it.id()).publicity().meetingsArePublic()
                                || belongs(person, it, now.atZone(body.zone()).toLocalDate())))
                .toList();
    }

    private boolean belongs(@Nullable PersonId person, OrganizationSummary organization, LocalDate day) {
        return person != null && councils.member(organization.id(), person, day).isPresent();
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Feed(
            FeedId id, AccountId account, @Nullable OrganizationId organization, String name) {}
}

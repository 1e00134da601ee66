package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipSummary;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * On which way each member is invited. They choose it themselves, or the secretariat records what they agreed to; who did
 * neither is invited as their body does by default. The log keeps every choice.
 */
@Service
@Transactional
public class Channels {

    private static final int LONGEST_AGREEMENT = 200;
    private static final int LONGEST_ADDRESS = 500;

    private final Councils councils;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    Channels(Councils councils, JdbcClient database, ApplicationEventPublisher events, Access access, Clock clock) {
        this.councils = councils;
        this.database = database;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** How the person who is signed in is invited; nothing if they belong to no organization that meets. */
    @Transactional(readOnly = true)
    public Optional<AgreedChannel> mine() {
        var me = access.requirePerson();
        return membershipNow(me).map(it -> known(me, it.organization().body()));
    }

    /**
     * The person who is signed in chooses how they are invited.
     *
     * @param postalAddress where paper goes, in lines
     * @throws Refusal if there is no address for paper
     */
    public void choose(Channel channel, String postalAddress) {
        var me = access.requirePerson();
        var membership = membershipNow(me).orElseThrow(() -> new AccessDeniedException("not a member"));
        keep(me, new AgreedChannel(channel, today(membership.organization().body()), null, postalAddress.strip()));
    }

    /** How a person is invited. For the secretariat of one of their organizations. */
    @Transactional(readOnly = true)
    public AgreedChannel of(PersonId person) {
        return known(person, requireSecretariatOf(person).body());
    }

    /**
     * The secretariat records what a member agreed to.
     *
     * @param agreedBy how the secretariat knows
     * @throws Refusal if it is not said how the secretariat knows, or lies in the future, or there is no address for paper
     */
    public void record(PersonId person, Channel channel, LocalDate agreedOn, String agreedBy, String postalAddress) {
        var body = requireSecretariatOf(person).body();
        if (agreedBy.isBlank()) {
            throw new Refusal("meeting.channel.agreement-missing");
        }
        if (agreedBy.strip().length() > LONGEST_AGREEMENT) {
            throw new Refusal("meeting.channel.agreement-too-long", LONGEST_AGREEMENT);
        }
        if (agreedOn.isAfter(today(body))) {
            throw new Refusal("meeting.channel.in-the-future");
        }
        keep(person, new AgreedChannel(channel, agreedOn, agreedBy.strip(), postalAddress.strip()));
    }

    /** How who agreed to nothing else is invited. Public knowledge of the secretariats. */
    @Transactional(readOnly = true)
    public Channel defaultOf(BodyId body) {
        access.requireAnywhere(Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return byDefault(body);
    }

    /** For a secretariat of the body. */
    public void chooseDefault(BodyId body, Channel channel) {
        if (councils.organizations(body).stream().noneMatch(it -> access.has(it.id(), Role.SECRETARIAT))) {
            throw new AccessDeniedException("not the secretariat of " + body);
        }
        if (byDefault(body) != channel) {
            database.sql("""
                            insert into meeting_default_channel (body_id, channel) values (?, ?)
                            on conflict (body_id) do update set channel = excluded.channel
                            """).params(body.value(), channel.name()).update();
            events.publishEvent(new DefaultChannelChosen(body, channel));
        }
    }

    AgreedChannel known(PersonId person, BodyId body) {
        return database.sql(
                        "select channel, agreed_on, agreed_by, postal_address from meeting_channel where person_id = ?")
                .param(person.value())
                .query((row, number) -> new AgreedChannel(
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("agreed_by"),
                        row.getString("postal_address")))
                .optional()
                .orElseGet(() -> new AgreedChannel(byDefault(body), null, null, ""));
    }

    private Channel byDefault(BodyId body) {
        return database.sql("select channel from meeting_default_channel where body_id = ?")
                .param(body.value())
                .query((row, number) -> Channel.valueOf(row.getString("channel")))
                .optional()
                .orElse(Channel.PORTAL);
    }

    private void keep(PersonId person, AgreedChannel agreed) {
        if (agreed.channel() == Channel.PRINT && agreed.postalAddress().isEmpty()) {
            throw new Refusal("meeting.channel.address-missing");
        }
        if (agreed.postalAddress().length() > LONGEST_ADDRESS) {
            throw new Refusal("meeting.channel.address-too-long", LONGEST_ADDRESS);
        }
        var day = java.util.Objects.requireNonNull(agreed.agreedOn());
        database.sql("""
                        insert into meeting_channel (person_id, channel, agreed_on, agreed_by, postal_address)
                        values (:person, :channel, :day, :by, :address)
                        on conflict (person_id) do update set channel = excluded.channel, agreed_on = excluded.agreed_on,
                            agreed_by = excluded.agreed_by, postal_address = excluded.postal_address
                        """)
                .param("person", person.value())
                .param("channel", agreed.channel().name())
                .param("day", day)
                .param("by", agreed.agreedBy())
                .param("address", agreed.postalAddress())
                .update();
        events.publishEvent(new ChannelAgreed(person, agreed.channel(), day, agreed.agreedBy()));
    }

    private Optional<MembershipSummary> membershipNow(PersonId person) {
        return councils.memberships(person).stream()
                .filter(it -> it.organization().classification().meets())
                .filter(it -> it.holdsOn(today(it.organization().body())))
                .findFirst();
    }

    private OrganizationSummary requireSecretariatOf(PersonId person) {
        return councils.memberships(person).stream()
                .filter(it -> !ended(it))
                .map(MembershipSummary::organization)
                .filter(it -> access.has(it.id(), Role.SECRETARIAT))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("not the secretariat of " + person));
    }

    private boolean ended(MembershipSummary membership) {
        @Nullable LocalDate last = membership.lastDay();
        return last != null && last.isBefore(today(membership.organization().body()));
    }

    private LocalDate today(BodyId body) {
        return LocalDate.ofInstant(clock.instant(), councils.body(body).zone());
    }
}

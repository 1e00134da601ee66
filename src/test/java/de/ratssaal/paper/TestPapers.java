package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A council and a committee of a body of their own, with people who act for them. */
public final class TestPapers {

    public final TestCouncil city;
    public final OrganizationId council;
    public final OrganizationId committee;
    /** Prepares the council's papers and meetings. */
    public final SignedIn clerk;
    /** Prepares the committee's. */
    public final SignedIn committeeClerk;

    public final SignedIn councillor;
    public final SignedIn committeeMember;
    /** Belongs to another city. */
    public final SignedIn stranger;

    private final ApplicationContext context;

    public TestPapers(ApplicationContext context) {
        this.context = context;
        city = TestCouncil.of(5, context);
        council = city.council();
        committee = city.organization(Classification.COMMITTEE, 3, context);
        var person = TestCouncil.person(context);
        TestCouncil.join(committee, person, MembershipRole.MEMBER, context);
        clerk = secretary("Karla Wendt", council);
        committeeClerk = secretary("Timo Arndt", committee);
        councillor = new SignedIn(AccountId.next(), city.members().get(2), "Jonas Reuter");
        committeeMember = new SignedIn(AccountId.next(), person, "Mira Falk");
        stranger = new SignedIn(AccountId.next(), new PersonId(java.util.UUID.randomUUID()), "Ada Fremd");
    }

    private SignedIn secretary(String name, OrganizationId organization) {
        var account = AccountId.next();
        var database = context.getBean(JdbcClient.class);
        var before = OffsetDateTime.now(ZoneOffset.UTC).minusDays(1);
        database.sql("insert into identity_account (id, login, name, created_at) values (?, ?, ?, ?)")
                .params(account.value(), account.toString(), name, before)
                .update();
        database.sql(
                        "insert into identity_role_grant (account_id, role, organization_id, valid_from) values (?, 'SECRETARIAT', ?, ?)")
                .params(account.value(), organization.value(), before)
                .update();
        return new SignedIn(account, null, name);
    }

    public static PaperContent content(String title, boolean isPublic, String... points) {
        return new PaperContent(
                PaperType.PROPOSAL,
                title,
                "Oberbürgermeisterin",
                isPublic,
                new ResolutionProposal(
                        "",
                        List.of(points).stream()
                                .map(it -> ResolutionPoint.of("", it))
                                .toList()),
                "Der Brunnen ist alt.");
    }

    /** A released paper of the council. */
    public PaperId released(PaperContent content) {
        return as(clerk, () -> {
            var drafting = context.getBean(PaperDrafting.class);
            var paper = drafting.draft(council, content);
            drafting.release(paper, 1);
            return paper;
        });
    }

    public MeetingId meetingOf(OrganizationId organization) {
        var starts = context.getBean(Clock.class).instant().plus(Duration.ofDays(30));
        return asSystem(() -> context.getBean(MeetingPlanning.class)
                .plan(organization, new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, starts, null, "Rathaus", "")));
    }

    public AgendaItemId itemOf(MeetingId meeting, boolean isPublic) {
        return asSystem(() -> context.getBean(MeetingPlanning.class).addItem(meeting, null, isPublic, "Brunnen"));
    }

    /** The invitation went out. */
    public void convene(MeetingId meeting) {
        context.getBean(JdbcClient.class)
                .sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(meeting.value())
                .update();
    }

    /** The meeting was held and is over. */
    public void close(MeetingId meeting) {
        context.getBean(JdbcClient.class).sql("""
                        update meeting_meeting
                        set state = 'CLOSED', opened_at = now(), closed_at = now(), conducted_by = gen_random_uuid()
                        where id = ?
                        """).param(meeting.value()).update();
    }

    public <T> T asSystem(Supplier<T> work) {
        return context.getBean(Access.class).asSystem("test", work);
    }

    public static <T> T as(SignedIn who, Supplier<T> work) {
        AccountPrincipal principal = () -> who;
        var before = SecurityContextHolder.getContext();
        var own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, "", AuthorityUtils.createAuthorityList("ROLE_USER")));
        SecurityContextHolder.setContext(own);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static void as(SignedIn who, Runnable work) {
        as(who, () -> {
            work.run();
            return true;
        });
    }
}

package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.PlacedItem;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading papers. Nobody is shown more than they may see: a draft only to those who prepare it, a non-public paper only to
 * members of the organizations that deliberate it and their secretariats.
 */
@Service
@Transactional(readOnly = true)
public class PaperShelf {

    /** Topic of the notices that something changed on the shelf. */
    public static final String CHANGES = "papers";

    /** As {@link PaperAccess#isOpen} says it. */
    private static final String SOME_MEET_IN_PUBLIC = """
            (p.organization_id <> all(:private) or exists (select from paper_consultation c
                where c.paper_id = p.id and c.organization_id <> all(:private)))""";

    /** As {@link PaperAccess#isAuthor} says it. */
    private static final String WRITTEN_BY_THEM =
            "(p.author_organization_id = any(:writing) or (p.author_person_id = :person and p.body_id = any(:bodies)))";

    /** As {@link PaperAccess#prepares} says it of secretariats. */
    private static final String ON_THEIR_DESK = """
            (((p.author_organization_id is null and p.author_person_id is null) or p.handed_in_at is not null
                    or p.released_version is not null)
                and (p.organization_id = any(:preparing) or exists (select from paper_consultation c
                    where c.paper_id = p.id and c.organization_id = any(:preparing))))""";

    private final PaperRepository papers;
    private final ChangedProposalRepository changes;
    private final PaperAccess visibility;
    private final AnswerStore answers;
    private final Placements placements;
    private final Councils councils;
    private final Access access;
    private final JdbcClient database;

    PaperShelf(
            PaperRepository papers,
            ChangedProposalRepository changes,
            PaperAccess visibility,
            AnswerStore answers,
            Placements placements,
            Councils councils,
            Access access,
            JdbcClient database) {
        this.papers = papers;
        this.changes = changes;
        this.visibility = visibility;
        this.answers = answers;
        this.placements = placements;
        this.councils = councils;
        this.access = access;
        this.database = database;
    }

    /** Topic of the notices that one paper changed. */
    public static String topic(PaperId paper) {
        return "paper/" + paper;
    }

    /** The paper, if there is one and whoever asks may see it. */
    public Optional<PaperPage> find(PaperId id) {
        return papers.findById(id).filter(visibility::maySee).map(this::page);
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    public PaperPage paper(PaperId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
    }

    /** What was released of a paper, the latest first; nothing for those who may not see it. */
    public List<ReleasedVersion> versions(PaperId id) {
        return papers.findById(id)
                .filter(visibility::maySee)
                .map(paper -> paper.versions().reversed().stream()
                        .map(it -> shown(paper, it))
                        .toList())
                .orElse(List.of());
    }

    /** One of {@link #versions}. */
    public Optional<ReleasedVersion> version(PaperId id, int number) {
        return papers.findById(id)
                .filter(visibility::maySee)
                .flatMap(paper -> paper.version(number).map(it -> shown(paper, it)));
    }

    /** The first of {@link #versions}. */
    public Optional<ReleasedVersion> latest(PaperId id) {
        return papers.findById(id)
                .filter(visibility::maySee)
                .flatMap(paper -> paper.released().map(it -> shown(paper, it)));
    }

    private ReleasedVersion shown(Paper paper, ReleasedVersion version) {
        return visibility.mayReadNonPublic(paper) ? version : version.forEverybody();
    }

    /** Papers that whoever asks may see, the latest first. */
    public List<PaperSummary> list(PaperQuery query) {
        var preparing = organizationsWith(Role.SECRETARIAT);
        var attending = organizationsWith(PaperAccess.ATTENDING);
        var signedIn = access.isSystem() || access.signedIn().isPresent();
        var after = query.after();
        var number = PaperNumber.read(query.text()).orElse(null);
        return database.sql("""
                        select p.*, coalesce(v.title, p.title) as shown_title,
                            coalesce(v.originator, p.originator) as shown_originator, v.released_at,
                            (%2$s or %3$s) as prepares
                        from paper_paper p
                        left join paper_version v on v.paper_id = p.id and v.number = p.released_version
                        where (%2$s or %3$s or p.id = any(:asked)
                                or (p.released_version is not null and ((p.is_public and :signedIn and %1$s)
                                    or (p.is_public and (p.organization_id = any(:belonging)
                                        or exists (select from paper_consultation c
                                            where c.paper_id = p.id and c.organization_id = any(:belonging))))
                                    or p.id = any(:wrote)
                                    or exists (select from paper_answer a
                                        where a.paper_id = p.id and p.type = 'INQUIRY' and a.office_id = any(:staff))
                                    or exists (select from paper_consultation c
                                        where c.paper_id = p.id
                                            and (c.organization_id = any(:attending) or c.item_id = any(:called))))))
                            and (:type::text is null or p.type = :type)
                            and (:state::text is null or p.state = :state)
                            and (:organization::uuid is null or p.organization_id = :organization
                                or exists (select from paper_consultation c
                                    where c.paper_id = p.id and c.organization_id = :organization))
                            and (:afterYear::int is null or (p.year, coalesce(p.number, 0), p.id)
                                < (:afterYear, :afterNumber, :afterId))
                            and (:text = '' or (p.year = :year and p.number = :number)
                                or lower(p.written) = lower(:text)
                                or position(lower(:text) in lower(coalesce(v.title, p.title))) > 0
                                or position(lower(:text) in lower(coalesce(v.originator, p.originator))) > 0
                                or v.search @@ websearch_to_tsquery('german', :text))
                        order by p.year desc, coalesce(p.number, 0) desc, p.id desc
                        limit :limit
                        """.formatted(SOME_MEET_IN_PUBLIC, WRITTEN_BY_THEM, ON_THEIR_DESK))
                .param("preparing", ids(preparing))
                .param("staff", ids(organizationsWith(PaperAccess.STAFF)))
                .param("writing", ids(organizationsWith(PaperAccess.WRITING)))
                .param(
                        "person",
                        access.signedIn()
                                .map(SignedIn::person)
                                .map(PersonId::value)
                                .orElse(null),
                        Types.OTHER)
                .param("bodies", visibility.bodies().stream().map(BodyId::value).toArray(UUID[]::new))
                .param("attending", ids(attending))
                .param(
                        "called",
                        visibility.calledTo().stream().map(AgendaItemId::value).toArray(UUID[]::new))
                .param("asked", visibility.asked().stream().map(PaperId::value).toArray(UUID[]::new))
                .param(
                        "wrote",
                        visibility.written().stream().map(PaperId::value).toArray(UUID[]::new))
                .param("belonging", ids(organizationsWith(PaperAccess.BELONGING)))
                .param("signedIn", signedIn)
                .param("private", ids(meetingInPrivate()))
                .param("type", query.type() == null ? null : query.type().name())
                .param("state", query.state() == null ? null : query.state().name())
                .param(
                        "organization",
                        query.organization() == null
                                ? null
                                : query.organization().value())
                .param("afterYear", after == null ? null : after.number().year())
                .param("afterNumber", after == null ? null : after.number().number())
                .param("afterId", after == null ? null : after.id().value())
                .param("text", query.text())
                .param("year", number == null ? 0 : number.year())
                .param("number", number == null ? 0 : number.number())
                .param("limit", query.limit())
                .query((row, at) -> summary(row))
                .list();
    }

    /** Papers on an item of an agenda: what is voted on first. Nothing for those who may not see the item. */
    public List<PaperSummary> papersOf(AgendaItemId item) {
        return placements.visible(item).isEmpty()
                ? List.of()
                : papers.findByItem(item).stream()
                        .filter(visibility::maySee)
                        .sorted(Comparator.comparing(it -> !votesOn(it, item)))
                        .map(it -> it.summary(visibility.prepares(it)))
                        .toList();
    }

    /**
     * The papers on an item if everybody who is signed in may see all of them; nothing if one of them is not for everybody.
     * For the application itself, when it reads for many.
     */
    public Optional<List<PaperSummary>> papersForEverybody(AgendaItemId item) {
        access.requireSystem();
        var all = papers.findByItem(item);
        return all.stream().allMatch(it -> it.wasReleased() && visibility.isOpen(it))
                ? Optional.of(all.stream()
                        .sorted(Comparator.comparing(it -> !votesOn(it, item)))
                        .map(it -> it.summary(false))
                        .toList())
                : Optional.empty();
    }

    /**
     * Released papers on several items, as {@link #papersOf} has them of one, in one question to the database. For the
     * application itself, which may see all of them.
     */
    public Map<AgendaItemId, List<PaperSummary>> releasedOn(Collection<AgendaItemId> items) {
        access.requireSystem();
        var placed = new HashMap<AgendaItemId, List<PaperSummary>>();
        database.sql("""
                        select p.*, v.title as shown_title, v.originator as shown_originator, v.released_at,
                            false as prepares, c.item_id
                        from paper_consultation c join paper_paper p on p.id = c.paper_id
                            join paper_version v on v.paper_id = p.id and v.number = p.released_version
                        where c.item_id = any(:items) and p.state = 'RELEASED'
                        order by c.role = 'HEARING', p.year, p.number
                        """)
                .param("items", items.stream().map(AgendaItemId::value).toArray(UUID[]::new))
                .query(row -> {
                    var item = new AgendaItemId(row.getObject("item_id", UUID.class));
                    placed.computeIfAbsent(item, none -> new ArrayList<>()).add(summary(row));
                });
        return placed;
    }

    /** What would be put to the vote on an item now, if whoever asks may see it. A withdrawn paper is not voted on. */
    public Optional<ProposalForVote> proposalFor(AgendaItemId item) {
        var place = placements.visible(item).orElse(null);
        if (place == null) {
            return Optional.empty();
        }
        return papers.findByItem(item).stream()
                .filter(it -> it.isPublic() || !place.item().isPublic()) // a public vote would publish it
                .filter(it -> votesOn(it, item) && it.state() == PaperState.RELEASED && visibility.maySee(it))
                .findFirst()
                .flatMap(paper -> paper.released().flatMap(it -> proposal(paper, it, item)));
    }

    private Optional<ProposalForVote> proposal(Paper paper, ReleasedVersion released, AgendaItemId item) {
        var changed = changes.findById(item)
                .filter(it -> it.paper().equals(paper.id()))
                .map(ChangedProposal::proposal)
                .filter(it -> !it.equals(released.proposal()));
        var proposal = changed.orElse(released.proposal());
        return proposal.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProposalForVote(
                        "%s (%s)".formatted(released.title(), paper.number()),
                        proposal.wording(),
                        proposal.serialise(),
                        changed.isPresent(),
                        paper.id()));
    }

    /**
     * Whether the paper was released anew since its wording was changed for the item: the change then still holds, and
     * should be looked at.
     */
    public boolean changeIsOutdated(AgendaItemId item) {
        return changes.findById(item)
                .flatMap(changed -> papers.findById(changed.paper())
                        .filter(visibility::maySee)
                        .flatMap(Paper::released)
                        .map(it -> it.number() > changed.basedOn()))
                .orElse(false);
    }

    /** Whether whoever asks may begin papers for one organization at least. */
    public boolean mayDraft() {
        return access.hasAnywhere(Role.SECRETARIAT) || access.hasAnywhere(PaperAccess.WRITING);
    }

    /** The paper as everybody may know it: nothing while it is a draft, if it is non-public, or once it is withdrawn. */
    public Optional<PublicPaper> publicView(PaperId id) {
        return papers.findById(id).flatMap(this::publicView);
    }

    /**
     * Whether a paper on the item is not for the public; then neither is what was decided on it. For the application itself,
     * when it publishes.
     */
    public boolean isKeptFromPublic(AgendaItemId item) {
        access.requireSystem();
        return papers.findByItem(item).stream().anyMatch(it -> !it.isPublic());
    }

    /** Public papers on an item that the public knows of, as everybody may know them. */
    public List<PublicPaper> publicPapersOf(AgendaItemId item) {
        return placements.any(item).filter(PlacedItem::isPublished).isEmpty()
                ? List.of()
                : papers.findByItem(item).stream()
                        .sorted(Comparator.comparing(it -> !votesOn(it, item)))
                        .flatMap(it -> publicView(it).stream())
                        .toList();
    }

    /** All papers of a body that everybody may know. */
    public List<PaperId> publicPapers(BodyId body) {
        return database.sql("""
                        select p.id from paper_paper p
                        where p.body_id = :body and p.is_public and p.state = 'RELEASED' and %s
                        order by p.year, p.number
                        """.formatted(SOME_MEET_IN_PUBLIC))
                .param("body", body.value())
                .param("private", ids(meetingInPrivate()))
                .query((row, at) -> new PaperId(row.getObject("id", UUID.class)))
                .list();
    }

    private Optional<PublicPaper> publicView(Paper paper) {
        if (!visibility.isOpen(paper) || paper.state() != PaperState.RELEASED) {
            return Optional.empty();
        }
        var stations = new ArrayList<ConsultationSummary>();
        for (var station : paper.consultations()) {
            var item = station.item();
            var place = item == null ? Optional.<PlacedItem>empty() : placements.any(item);
            if (place.isEmpty()) {
                stations.add(station.summary().withoutItem().notMeant());
            } else if (place.get().item().isPublic() && place.get().inPublic()) {
                stations.add(
                        place.get().isPublished()
                                ? station.summary().notMeant()
                                : station.summary().withoutItem().notMeant());
            } // a station on a non-public item, or with those who meet in private, is none of the public's business
        }
        return paper.released()
                .map(it -> new PublicPaper(
                        paper.id(),
                        paper.number(),
                        paper.body(),
                        paper.summary(false).type(),
                        it.title(),
                        it.originator(),
                        it.proposal(),
                        it.reasons(),
                        it.details().forEverybody(),
                        answers.published(paper.id()).orElse(null),
                        it.number(),
                        it.releasedAt(),
                        stations));
    }

    private PaperPage page(Paper paper) {
        var prepares = visibility.prepares(paper);
        var stations = paper.consultations().stream()
                .map(it -> isVisible(it.item()) ? it.summary() : it.summary().withoutItem())
                .map(it -> prepares ? it : it.notMeant())
                .toList();
        return paper.page(
                prepares,
                visibility.mayEdit(paper),
                visibility.mayRelease(paper),
                visibility.mayReadNonPublic(paper),
                stations);
    }

    private boolean isVisible(@Nullable AgendaItemId item) {
        return item != null && placements.visible(item).isPresent();
    }

    private static boolean votesOn(Paper paper, AgendaItemId item) {
        return paper.on(item).map(it -> it.role().votes()).orElse(false);
    }

    private List<OrganizationId> meetingInPrivate() {
        return database
                .sql("select organization_id from paper_paper union select organization_id from paper_consultation")
                .query((row, at) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list()
                .stream()
                .filter(it -> !visibility.meetsInPublic(it))
                .toList();
    }

    private List<OrganizationId> organizationsWith(Role... roles) {
        return councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .map(it -> it.id())
                .filter(it -> access.has(it, roles))
                .toList();
    }

    private static UUID[] ids(List<OrganizationId> organizations) {
        return organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }

    private static PaperSummary summary(ResultSet row) throws SQLException {
        var released = row.getObject("released_at", Timestamp.class);
        return new PaperSummary(
                new PaperId(row.getObject("id", UUID.class)),
                new PaperNumber(row.getInt("number"), row.getInt("year"), row.getString("written")),
                new BodyId(row.getObject("body_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                PaperType.valueOf(row.getString("type")),
                row.getString("shown_title"),
                row.getString("shown_originator"),
                row.getBoolean("is_public"),
                PaperState.valueOf(row.getString("state")),
                row.getInt("released_version"),
                row.getBoolean("revised") && row.getBoolean("prepares"),
                row.getTimestamp("drafted_at").toInstant(),
                released == null ? null : released.toInstant());
    }
}

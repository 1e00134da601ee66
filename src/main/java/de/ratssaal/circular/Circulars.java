package de.ratssaal.circular;

import static java.util.stream.Collectors.toMap;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperId;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading circular resolutions. Members, chair and secretariat of the organization see them, substitutes and advisory
 * members the public ones; who is recused does not see what is not public (R7).
 */
@Service
@Transactional(readOnly = true)
public class Circulars {

    /** Topic of the notices that some circular resolution changed. */
    public static final String CHANGES = "circular";

    /** Topic of the notices that one circular resolution changed. */
    public static String changesOf(CircularId id) {
        return CHANGES + "/" + id;
    }

    static void changed(ChangeNotices notices, CircularId id) {
        notices.changed(CHANGES);
        notices.changed(changesOf(id));
    }

    static final Role[] CONDUCTING = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT};
    static final Role[] DECIDING = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SECRETARIAT};
    private static final Role[] ATTENDING = {Role.SUBSTITUTE, Role.ADVISORY_MEMBER};

    /** Who sees what is public. */
    static final Role[] SEEING = {
        Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SECRETARIAT, Role.SUBSTITUTE, Role.ADVISORY_MEMBER
    };

    private static final int MOST = 200;

    private final CircularRecords records;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    Circulars(CircularRecords records, Councils councils, Access access, Clock clock) {
        this.records = records;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    /** Organizations in which whoever asks may begin one, whether or not the rules know any. */
    public List<OrganizationSummary> whereToBegin() {
        return organizations().stream()
                .filter(it -> access.has(it.id(), CONDUCTING))
                .toList();
    }

    /** Those that whoever asks may see: running ones first, then the latest. */
    public List<CircularSummary> list() {
        return seen(records.of(
                organizations().stream()
                        .map(OrganizationSummary::id)
                        .filter(this::maySeeSome)
                        .toList(),
                MOST));
    }

    /** As {@link #list()}, of one organization. */
    public List<CircularSummary> of(OrganizationId organization) {
        return maySeeSome(organization) ? seen(records.of(List.of(organization), MOST)) : List.of();
    }

    /** As {@link #list()}, of a paper. */
    public List<CircularSummary> of(PaperId paper) {
        return seen(records.of(paper));
    }

    /** Running ones that wait for an answer of whoever asks, the first to end first. */
    public List<CircularSummary> waitingForMe() {
        return person().map(it -> {
                    var waiting = records.unanswered(it);
                    return records.running().stream()
                            .filter(one -> waiting.contains(one.id()) && holdsVote(one.organization(), it))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Counted ones of an organization that stand on no agenda yet. For the secretariat. */
    public List<CircularSummary> toAnnounce(OrganizationId organization) {
        return access.has(organization, Role.SECRETARIAT)
                ? of(organization).stream()
                        .filter(it -> it.state() == CircularState.DECIDED && it.toldIn() == null)
                        .toList()
                : List.of();
    }

    public Optional<CircularSummary> find(CircularId id) {
        return records.find(id).filter(this::maySee);
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    public CircularSummary circular(CircularId id) {
        return find(id).orElseThrow(() -> CircularRecords.nothing(id));
    }

    /** @throws NoSuchElementException as {@link #circular} */
    public CircularPage page(CircularId id) {
        var circular = circular(id);
        var person = person().orElse(null);
        var recused = records.recused(id);
        var answers = records.answers(id);
        var names = named(circular);
        var weights = records.weights(id);
        var participants = weights.keySet().stream()
                .sorted(Comparator.comparing(it -> names.sorted(it), Collator.getInstance(Locale.GERMAN)::compare))
                .map(it -> new Participant(
                        it,
                        councils.nameOf(it),
                        names.group(it),
                        names.color(it),
                        weights.getOrDefault(it, 1),
                        recused.contains(it),
                        answers.containsKey(it),
                        circular.state() == CircularState.DECIDED ? answers.get(it) : null))
                .toList();
        return new CircularPage(
                circular,
                participants,
                person == null ? CircularPage.Standing.NOT_ENTITLED : standing(circular, person, recused),
                person == null ? null : answers.get(person),
                person == null ? 1 : weights.getOrDefault(person, 1),
                mayConduct(circular),
                access.has(circular.organization(), Role.SECRETARIAT));
    }

    /** Counted ones for the public, with who voted how (R15). For the application itself, when it publishes. */
    public Optional<CircularPage> publicView(CircularId id) {
        access.requireSystem();
        return records.find(id)
                .filter(it -> it.isPublic() && it.state() == CircularState.DECIDED)
                .map(it -> page(id));
    }

    /** All of which {@link #publicView} tells. */
    public List<CircularId> publicOnes() {
        access.requireSystem();
        return records.decidedInPublic();
    }

    /**
     * Who is to be written to at this moment, and why. For the application itself.
     *
     * @param members who have not answered and are not recused
     */
    public record Due(CircularSummary circular, CircularLetterKind kind, List<PersonId> members) {}

    /** Letters that are due; each is due until the next one is. For the application itself. */
    public List<Due> dueLetters() {
        access.requireSystem();
        var now = clock.instant();
        return records.running().stream()
                .flatMap(it -> CircularLetterKind.latest(it.beganAt(), it.endsAt(), now).stream()
                        .map(kind -> new Due(it, kind, unanswered(it))))
                .toList();
    }

    /** Whether an answer of this member is still waited for. For the application itself. */
    public boolean waitsFor(CircularId id, PersonId person) {
        access.requireSystem();
        return records.find(id)
                .filter(it -> it.isRunning() && clock.instant().isBefore(it.endsAt()))
                .filter(it -> unanswered(it).contains(person))
                .isPresent();
    }

    private List<PersonId> unanswered(CircularSummary circular) {
        var silent = new HashSet<>(records.members(circular.id()));
        silent.removeAll(records.answers(circular.id()).keySet());
        silent.removeAll(records.recused(circular.id()));
        return silent.stream()
                .filter(it -> holdsVote(circular.organization(), it))
                .toList();
    }

    CircularPage.Standing standing(CircularSummary circular, PersonId person, Set<PersonId> recused) {
        if (!records.members(circular.id()).contains(person) || !holdsVote(circular.organization(), person)) {
            return CircularPage.Standing.NOT_ENTITLED;
        }
        return recused.contains(person) ? CircularPage.Standing.RECUSED : CircularPage.Standing.ENTITLED;
    }

    /** Whoever is recused leaves the matter to their deputy. */
    boolean mayConduct(CircularSummary circular) {
        return access.has(circular.organization(), CONDUCTING)
                && person().filter(it -> records.recused(circular.id()).contains(it))
                        .isEmpty();
    }

    /** Members with a vote of their own on a day; a substitute votes only in a meeting. */
    List<MemberSummary> entitled(OrganizationId organization, LocalDate day) {
        return councils.members(organization, day).stream()
                .filter(it ->
                        it.votes() && it.standsInFor() == null && it.role().canVote())
                .collect(toMap(MemberSummary::person, it -> it, (one, other) -> one))
                .values()
                .stream()
                .toList();
    }

    private boolean holdsVote(OrganizationId organization, PersonId person) {
        return entitled(organization, today(organization)).stream()
                .anyMatch(it -> it.person().equals(person));
    }

    LocalDate today(OrganizationId organization) {
        var zone = councils.body(councils.organization(organization).body()).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Optional<PersonId> person() {
        return access.signedIn().map(SignedIn::person);
    }

    private List<CircularSummary> seen(List<CircularSummary> all) {
        var recusedFrom = person().map(records::recusedFrom).orElse(Set.of());
        return all.stream()
                .filter(it -> maySee(it, recusedFrom.contains(it.id())))
                .toList();
    }

    private boolean maySee(CircularSummary circular) {
        return maySee(
                circular,
                person().map(it -> records.recused(circular.id()).contains(it)).orElse(false));
    }

    private boolean maySee(CircularSummary circular, boolean isRecused) {
        if (access.isSystem() || access.has(circular.organization(), Role.SECRETARIAT)) {
            return true;
        }
        return circular.isPublic()
                ? maySeeSome(circular.organization())
                : access.has(circular.organization(), DECIDING) && !isRecused;
    }

    private boolean maySeeSome(OrganizationId organization) {
        return access.has(organization, DECIDING) || access.has(organization, ATTENDING);
    }

    private List<OrganizationSummary> organizations() {
        return councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .filter(it -> it.classification().meets())
                .toList();
    }

    private Names named(CircularSummary circular) {
        return new Names(
                councils.members(circular.organization(), circular.day()).stream()
                        .collect(toMap(MemberSummary::person, it -> it, (one, other) -> one)),
                councils);
    }

    /** How members were called and to which group they belonged when it began. */
    private record Names(Map<PersonId, MemberSummary> members, Councils councils) {

        String sorted(PersonId person) {
            return Optional.ofNullable(members.get(person))
                    .map(MemberSummary::sortName)
                    .orElseGet(() -> councils.nameOf(person));
        }

        @Nullable
        String group(PersonId person) {
            return members.containsKey(person)
                    ? Objects.requireNonNull(members.get(person)).groupShortName()
                    : null;
        }

        @Nullable
        String color(PersonId person) {
            return members.containsKey(person)
                    ? Objects.requireNonNull(members.get(person)).groupColor()
                    : null;
        }
    }
}

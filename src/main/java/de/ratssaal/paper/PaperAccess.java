package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may read and change which paper. */
@Component
class PaperAccess {

    /**
     * Those who may read the non-public papers of their organization. A substitute may read those of a meeting to which they are
     * called.
     */
    static final Role[] ATTENDING = {Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.ADVISORY_MEMBER
    };

    /** Those who may read what an organization that meets in private deliberates openly among its own. */
    static final Role[] BELONGING = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.ADVISORY_MEMBER, Role.GUEST
    };

    /** Those who write the papers of their office or political group. */
    static final Role[] WRITING = {Role.OFFICE_HEAD, Role.OFFICE_WORKER, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER};

    /** Those who work in an office. */
    static final Role[] STAFF = {Role.OFFICE_HEAD, Role.OFFICE_WORKER};

    private final Meetings meetings;
    private final Councils councils;
    private final AnswerStore answers;
    private final Access access;
    private final ObjectProvider<PaperReaders> readers;
    private final Clock clock;

    PaperAccess(
            Meetings meetings,
            Councils councils,
            AnswerStore answers,
            Access access,
            ObjectProvider<PaperReaders> readers,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.answers = answers;
        this.access = access;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Whether everybody may know the paper once it is released: it is public, and its organization or one that deliberates
     * it meets in public.
     */
    boolean isOpen(Paper paper) {
        return paper.isPublic() && organizations(paper).anyMatch(this::meetsInPublic);
    }

    boolean meetsInPublic(OrganizationId organization) {
        return councils.rules(organization).publicity().meetingsArePublic();
    }

    /**
     * A draft is for those who write it and those who are asked to act on it, and for the secretariat once it was handed in;
     * a non-public paper for those who deliberate or answer it; one of an organization that meets
     * in private for those who belong to it; any other for all signed in.
     */
    boolean maySee(Paper paper) {
        if (!paper.wasReleased()) {
            return mayReadDraft(paper);
        }
        if (isOpen(paper)) {
            return access.isSystem() || access.signedIn().isPresent();
        }
        return mayReadNonPublic(paper)
                || (paper.isPublic() && organizations(paper).anyMatch(it -> access.has(it, BELONGING)));
    }

    /** Whether whoever acts may read what of the paper is not public. */
    boolean mayReadNonPublic(Paper paper) {
        return mayReadDraft(paper)
                || (paper.wasReleased()
                        && (answers(paper)
                                || readers.stream().anyMatch(it -> it.wrote(paper.id()))
                                || paper.consultations().stream()
                                        .anyMatch(it -> access.has(it.organization(), ATTENDING))
                                || isBeforeThemAsSubstitute(paper)));
    }

    /** Items of agendas that are before whoever acts because they are called as a substitute. */
    Set<AgendaItemId> calledTo() {
        return meetings.itemsAsSubstitute();
    }

    private boolean isBeforeThemAsSubstitute(Paper paper) {
        var items = calledTo();
        return paper.consultations().stream().map(Consultation::item).anyMatch(it -> it != null && items.contains(it));
    }

    /** As {@link #maySee}, but for those who are asked to act on it. */
    Audience readers(Paper paper) {
        if (!paper.wasReleased()) {
            return preparing(paper);
        }
        if (isOpen(paper)) {
            return Audience.SIGNED_IN;
        }
        return paper.isPublic()
                ? inner(paper).or(Audience.of(organizations(paper).toList(), BELONGING))
                : inner(paper);
    }

    /** As {@link #mayReadNonPublic}, but for those who are asked to act on it. */
    Audience inner(Paper paper) {
        if (!paper.wasReleased()) {
            return preparing(paper);
        }
        var answering = paper.type() == PaperType.INQUIRY
                ? answers.find(paper.id()).map(AnswerDraft::office).stream().toList()
                : List.<OrganizationId>of();
        return preparing(paper)
                .or(Audience.of(answering, STAFF))
                .or(Audience.of(
                        paper.consultations().stream()
                                .map(Consultation::organization)
                                .toList(),
                        ATTENDING));
    }

    /** As {@link #prepares}. */
    Audience preparing(Paper paper) {
        var author = paper.author();
        var preparing =
                paper.isHandedIn() ? Audience.of(organizations(paper).toList(), Role.SECRETARIAT) : Audience.NOBODY;
        if (author.organization() != null) {
            preparing = preparing.or(Audience.of(author.organization(), WRITING));
        }
        return author.person() == null ? preparing : preparing.or(Audience.person(author.person(), paper.body()));
    }

    /** Whether whoever acts belongs to the office that was asked to answer it. */
    private boolean answers(Paper paper) {
        return paper.type() == PaperType.INQUIRY
                && answers.find(paper.id())
                        .map(AnswerDraft::office)
                        .filter(it -> access.has(it, STAFF))
                        .isPresent();
    }

    /** Whether whoever acts writes it, or is in a secretariat that has to do with it once it was handed in. */
    boolean prepares(Paper paper) {
        return isAuthor(paper)
                || (paper.isHandedIn() && organizations(paper).anyMatch(it -> access.has(it, Role.SECRETARIAT)));
    }

    /**
     * Whether whoever acts belongs to the office or group that writes it, or is the member who does and still belongs to
     * the body.
     */
    boolean isAuthor(Paper paper) {
        var author = paper.author();
        var organization = author.organization();
        var person = author.person();
        return (organization != null && access.has(organization, WRITING))
                || (person != null
                        && access.signedIn()
                                .filter(it -> person.equals(it.person()))
                                .isPresent()
                        && belongs(person, paper.body()));
    }

    private boolean belongs(PersonId person, BodyId body) {
        var today = LocalDate.ofInstant(clock.instant(), councils.body(body).zone());
        return councils.organizationsOf(person, today).stream()
                .anyMatch(it -> it.body().equals(body));
    }

    /** Bodies to which whoever acts belongs today. */
    List<BodyId> bodies() {
        return access.signedIn()
                .map(SignedIn::person)
                .map(person -> councils.memberships(person).stream()
                        .map(it -> it.organization().body())
                        .distinct()
                        .filter(it -> belongs(person, it))
                        .toList())
                .orElse(List.of());
    }

    /** Whether whoever acts may read what is not released of the paper. */
    boolean mayReadDraft(Paper paper) {
        return prepares(paper) || readers.stream().anyMatch(it -> it.mayRead(paper.id()));
    }

    /** All papers that whoever acts may read because they are asked to act on them. */
    List<PaperId> asked() {
        return readers.stream().flatMap(it -> it.readable().stream()).distinct().toList();
    }

    /** All released papers that the offices of whoever acts wrote. */
    List<PaperId> written() {
        return readers.stream().flatMap(it -> it.written().stream()).distinct().toList();
    }

    boolean mayEdit(Paper paper) {
        return paper.state() != PaperState.WITHDRAWN && writes(paper);
    }

    /** As {@link #mayEdit}, were the paper not withdrawn. */
    boolean writes(Paper paper) {
        return isAuthor(paper) || hasOnDesk(paper) || readers.stream().anyMatch(it -> it.mayWrite(paper.id()));
    }

    /** Files of a released paper are published as they come: that is for the secretariat alone. */
    boolean mayChangeFiles(Paper paper) {
        return paper.wasReleased() ? mayRelease(paper) : mayEdit(paper);
    }

    boolean mayRelease(Paper paper) {
        return paper.state() != PaperState.WITHDRAWN && hasOnDesk(paper);
    }

    /** Whether whoever acts is in the secretariat on whose desk the paper lies. */
    private boolean hasOnDesk(Paper paper) {
        return paper.isHandedIn() && access.has(paper.organization(), Role.SECRETARIAT);
    }

    /** @throws AccessDeniedException if whoever acts is not in the secretariat on whose desk the paper lies */
    void requireSecretariat(Paper paper) {
        if (!hasOnDesk(paper)) {
            throw new AccessDeniedException("paper %s is none of theirs".formatted(paper.id()));
        }
    }

    /** @throws AccessDeniedException if whoever acts does not write the paper */
    void requireAuthor(Paper paper) {
        if (!isAuthor(paper)) {
            throw new AccessDeniedException("paper %s is written by others".formatted(paper.id()));
        }
    }

    /** @throws AccessDeniedException if whoever acts does not prepare papers for the organization */
    void requireSecretariat(OrganizationId organization) {
        access.require(organization, Role.SECRETARIAT);
    }

    private static Stream<OrganizationId> organizations(Paper paper) {
        return Stream.concat(
                        Stream.of(paper.organization()),
                        paper.consultations().stream().map(Consultation::organization))
                .distinct();
    }

    /** @throws AccessDeniedException if somebody acts who is not the application itself */
    void requireSystem() {
        access.requireSystem();
    }

    /** Name of whoever acts, as it is noted beside what they wrote. */
    String name() {
        return access.signedIn().map(it -> it.name()).orElse("system");
    }
}

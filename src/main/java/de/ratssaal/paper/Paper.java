package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.BodyId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A paper: what is being written, what was released of it, and its way through the organizations. */
@Entity
@Table(name = "paper_paper")
class Paper extends AbstractAggregateRoot<Paper> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PaperId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "body_id", nullable = false, updatable = false))
    private BodyId body;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization_id", nullable = false, updatable = false))
    private OrganizationId organization;

    @Column(nullable = false)
    private int year;

    private @Nullable Integer number;

    private @Nullable String series;

    private @Nullable String written;

    @Column(nullable = false)
    private int templateVersion;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author_organization_id", updatable = false))
    private @Nullable OrganizationId authorOrganization;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author_person_id", updatable = false))
    private @Nullable PersonId authorPerson;

    private @Nullable Instant handedInAt;

    private @Nullable String handedInBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PaperType type;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String originator;

    @Column(name = "is_public", nullable = false)
    private boolean isPublic;

    @Column(nullable = false)
    private String proposal;

    @Column(nullable = false)
    private String reasons;

    @Column(nullable = false)
    private String details;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PaperState state = PaperState.DRAFT;

    @Column(nullable = false)
    private int revision;

    private @Nullable Integer releasedVersion;

    @Column(nullable = false)
    private boolean revised;

    @Column(nullable = false, updatable = false)
    private Instant draftedAt;

    @Column(nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private String changedBy;

    private @Nullable Instant withdrawnAt;

    private @Nullable String withdrawnReason;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "paper_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<PaperVersion> versions = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "paper_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Consultation> consultations = new ArrayList<>();

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Paper() {}

    @SuppressWarnings("NullAway.Init") // the content is taken over below
    Paper(
            PaperNumber number,
            String series,
            PaperTemplate template,
            OrganizationId organization,
            PaperAuthor author,
            PaperContent content,
            String by,
            Instant at) {
        this.id = PaperId.next();
        this.body = template.body();
        this.organization = organization;
        this.templateVersion = template.version();
        this.authorOrganization = author.organization();
        this.authorPerson = author.person();
        this.year = number.year();
        this.draftedAt = at;
        if (number.isGiven()) {
            number(number, series);
        }
        takeOver(content, by, at);
        registerEvent(new PaperDrafted(id, number, organization, content.type(), at));
    }

    /** Gives it its number, which it keeps. */
    void number(PaperNumber given, String countedIn) {
        if (number != null) {
            throw new IllegalStateException("paper %s has a number".formatted(id));
        }
        number = given.number();
        year = given.year();
        series = countedIn;
        written = given.toString();
    }

    void edit(int seen, PaperContent content, String by, Instant at) {
        requireNotWithdrawn();
        requireSeen(seen);
        if (!content.equals(content())) {
            write(content, by, at);
        }
    }

    /** Takes over what was written: another revision. */
    void write(PaperContent content, String by, Instant at) {
        requireNotWithdrawn();
        if (releasedVersion != null && content.isPublic() != isPublic) {
            throw new Refusal("paper.edit.publicity-fixed");
        }
        if (releasedVersion != null && content.type() != type) {
            throw new Refusal("paper.edit.type-fixed");
        }
        takeOver(content, by, at);
    }

    /** Goes on with another version of its kind's template. */
    void switchTo(PaperTemplate template) {
        requireNotWithdrawn();
        templateVersion = template.version();
    }

    void handIn(String by, Instant at) {
        requireNotWithdrawn();
        if (handedInAt == null) {
            handedInAt = at;
            handedInBy = by;
            registerEvent(new PaperHandedIn(id, at));
        }
    }

    void handBack(Instant at) {
        requireNotWithdrawn();
        if (releasedVersion != null) {
            throw new Refusal("paper.hand-back.released");
        }
        if (handedInAt != null) {
            handedInAt = null;
            handedInBy = null;
            registerEvent(new PaperHandedBack(id, at));
        }
    }

    private void takeOver(PaperContent content, String by, Instant at) {
        type = content.type();
        title = content.title();
        originator = content.originator();
        isPublic = content.isPublic();
        proposal = content.proposal().serialise();
        reasons = content.reasons();
        details = content.details().serialise();
        revised = releasedVersion != null && !versions.getLast().says(content);
        revision++;
        changedBy = by;
        changedAt = at;
    }

    /** Two who write at the same time: the second is told, and nothing of the first is lost. */
    private void requireSeen(int seen) {
        if (seen != revision) {
            throw new Refusal("paper.edit.overtaken", changedBy);
        }
    }

    void release(int seen, String by, Instant at) {
        requireNotWithdrawn();
        requireSeen(seen);
        var content = content();
        if (content.originator().isEmpty()) {
            throw new Refusal("paper.release.originator-missing");
        }
        if (type.needsProposal() && content.proposal().isEmpty()) {
            throw new Refusal("paper.release.proposal-missing");
        }
        content.proposal().points().stream()
                .filter(ResolutionPoint::isBlank)
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("paper.release.point-empty", it.label());
                });
        if (releasedVersion != null && !revised) {
            return; // this very content is released
        }
        if (state != PaperState.RELEASED) {
            moveTo(PaperState.RELEASED);
        }
        var released = new PaperVersion(versions.size() + 1, content, by, at);
        versions.add(released);
        releasedVersion = released.number();
        revised = false;
        registerEvent(new PaperReleased(id, number(), released.number(), isPublic, released.fingerprint(), at));
    }

    /** @param reason told to those who had it before them; may be empty for a draft */
    void withdraw(String reason, Instant at) {
        if (state == PaperState.WITHDRAWN) {
            return;
        }
        var why = PlainText.line(reason);
        if (releasedVersion != null && why.isEmpty()) {
            throw new Refusal("paper.withdraw.reason-missing");
        }
        moveTo(PaperState.WITHDRAWN);
        withdrawnAt = at;
        withdrawnReason = why;
        registerEvent(new PaperWithdrawn(id, number(), releasedVersion != null, at));
    }

    ConsultationId plan(OrganizationId with, ConsultationRole role) {
        requireNotWithdrawn();
        if (consultations.stream()
                .anyMatch(it -> it.organization().equals(with) && it.role() == role && !it.isScheduled())) {
            throw new Refusal("paper.consultation.planned-twice");
        }
        return add(with, role).id();
    }

    private Consultation add(OrganizationId with, ConsultationRole role) {
        var added = new Consultation(with, role, consultations.size());
        consultations.add(added);
        registerEvent(new ConsultationPlanned(id, with, role));
        return added;
    }

    void drop(ConsultationId which) {
        requireNotWithdrawn();
        var dropped = consultation(which);
        if (dropped.isScheduled()) {
            throw new Refusal("paper.consultation.on-agenda");
        }
        consultations.remove(dropped);
        renumber();
        registerEvent(new ConsultationDropped(id, dropped.organization(), dropped.role()));
    }

    void move(ConsultationId which, int to) {
        requireNotWithdrawn();
        var moved = consultation(which);
        consultations.remove(moved);
        consultations.add(Math.clamp(to, 0, consultations.size()), moved);
        renumber();
    }

    /** @param meeting of the station's organization; none takes back what was meant */
    void meanFor(ConsultationId which, @Nullable MeetingId meeting) {
        requireNotWithdrawn();
        var meant = consultation(which);
        if (meant.isScheduled()) {
            throw new Refusal("paper.consultation.on-agenda");
        }
        if (!Objects.equals(meant.meantFor(), meeting)) {
            meant.meanFor(meeting);
            registerEvent(new ConsultationMeant(id, meant.organization(), meant.role(), meeting));
        }
    }

    private void renumber() {
        for (var place = 0; place < consultations.size(); place++) {
            consultations.get(place).standAt(place);
        }
    }

    /**
     * Puts it on an agenda: as the station that was planned with this organization in this role, or as a new one.
     *
     * @param itemIsPublic whether the item is in the public part
     */
    void putOnAgenda(
            OrganizationId with, ConsultationRole role, MeetingId meeting, AgendaItemId item, boolean itemIsPublic) {
        if (state != PaperState.RELEASED) {
            throw new Refusal("paper.agenda.not-released." + state);
        }
        if (itemIsPublic && !isPublic) {
            throw new Refusal("paper.agenda.item-is-public");
        }
        if (on(item).isPresent()) {
            throw new Refusal("paper.agenda.already-there");
        }
        consultations.stream()
                .filter(it -> it.organization().equals(with) && it.role() == role && !it.isScheduled())
                .findFirst()
                .orElseGet(() -> add(with, role))
                .schedule(meeting, item);
        registerEvent(new PaperPutOnAgenda(id, meeting, item, role));
    }

    void takeOffAgenda(AgendaItemId item) {
        on(item).ifPresent(station -> {
            var meeting = station.meeting();
            station.unschedule();
            if (meeting != null) {
                registerEvent(new PaperTakenOffAgenda(id, meeting, item));
            }
        });
    }

    Optional<Consultation> on(AgendaItemId item) {
        return consultations.stream().filter(it -> item.equals(it.item())).findFirst();
    }

    private Consultation consultation(ConsultationId which) {
        return consultations.stream()
                .filter(it -> it.id().equals(which))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("consultation " + which));
    }

    private void requireNotWithdrawn() {
        if (state == PaperState.WITHDRAWN) {
            throw new Refusal("paper.withdrawn", number().toString());
        }
    }

    private void moveTo(PaperState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("paper %s is %s, not ready to be %s".formatted(id, state, next));
        }
        state = next;
    }

    /**
     * All that it says: what was released, non-public sections apart from the rest, and what is only written so far.
     *
     * @param answer to an inquiry, as far as it was released; empty if it was not
     */
    SearchablePaper searchable(Audience readers, Audience inner, Audience preparing, String answer) {
        var texts = new ArrayList<SearchablePaper.Text>();
        if (!versions.isEmpty()) {
            var released =
                    versions.reversed().stream().map(PaperVersion::summary).toList();
            var shown = released.getFirst();
            var open = new ArrayList<String>();
            var closed = new ArrayList<String>();
            open.add(shown.originator());
            for (var version : released) {
                if (!version.title().equals(shown.title())) {
                    open.add(version.title());
                }
                open.add(version.proposal().wording());
                open.add(version.reasons());
                open.add(version.details().openText());
                closed.add(version.details().closedText());
            }
            open.add(answer);
            texts.add(new SearchablePaper.Text(shown.title(), together(open), true, readers));
            var kept = together(closed);
            if (!kept.isEmpty()) {
                texts.add(new SearchablePaper.Text(shown.title(), kept, false, inner));
            }
        }
        if (versions.isEmpty() || revised) {
            var written = content();
            texts.add(new SearchablePaper.Text(
                    written.title(),
                    together(List.of(
                            written.originator(),
                            written.proposal().wording(),
                            written.reasons(),
                            written.details().openText(),
                            written.details().closedText())),
                    false,
                    preparing));
        }
        var organizations = new LinkedHashSet<OrganizationId>();
        organizations.add(organization);
        consultations.forEach(it -> organizations.add(it.organization()));
        return new SearchablePaper(
                id,
                body,
                number == null ? "" : number().toString(),
                type,
                state,
                isPublic && releasedVersion != null,
                organizations,
                versions.isEmpty() ? draftedAt : versions.getLast().summary().releasedAt(),
                texts,
                readers,
                inner);
    }

    private static String together(List<String> texts) {
        return texts.stream().distinct().filter(it -> !it.isBlank()).collect(Collectors.joining("\n"));
    }

    PaperId id() {
        return id;
    }

    BodyId body() {
        return body;
    }

    OrganizationId organization() {
        return organization;
    }

    PaperNumber number() {
        return number == null ? PaperNumber.none(year) : new PaperNumber(number, year, written);
    }

    PaperType type() {
        return type;
    }

    int templateVersion() {
        return templateVersion;
    }

    PaperAuthor author() {
        return new PaperAuthor(authorOrganization, authorPerson);
    }

    /** Whether the secretariat knows of it: it wrote it itself, or the authors handed it in. */
    boolean isHandedIn() {
        return author().isSecretariat() || handedInAt != null || releasedVersion != null;
    }

    boolean isPublic() {
        return isPublic;
    }

    int revision() {
        return revision;
    }

    String title() {
        return title;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    PaperState state() {
        return state;
    }

    boolean wasReleased() {
        return releasedVersion != null;
    }

    /** Whether there is something to release: a draft, or a change since the last release. */
    boolean awaitsRelease() {
        return state == PaperState.DRAFT || (state == PaperState.RELEASED && revised);
    }

    @Nullable
    String withdrawnReason() {
        return withdrawnReason;
    }

    List<Consultation> consultations() {
        return List.copyOf(consultations);
    }

    List<ReleasedVersion> versions() {
        return versions.stream().map(PaperVersion::summary).toList();
    }

    /** Fingerprints of what was released, as they are signed. */
    List<String> releasedTexts() {
        return versions.stream()
                .map(it -> it.signedFingerprint(type, isPublic))
                .distinct()
                .toList();
    }

    Optional<ReleasedVersion> version(int which) {
        return versions.stream().filter(it -> it.number() == which).findFirst().map(PaperVersion::summary);
    }

    Optional<ReleasedVersion> released() {
        return wasReleased() ? Optional.of(versions.getLast().summary()) : Optional.empty();
    }

    PaperContent content() {
        return new PaperContent(
                type,
                title,
                originator,
                isPublic,
                ResolutionProposal.parse(proposal),
                reasons,
                PaperDetails.parse(details));
    }

    PaperDraft draft() {
        return new PaperDraft(
                id,
                number(),
                state,
                content(),
                revision,
                releasedVersion == null ? 0 : releasedVersion,
                changedBy,
                changedAt);
    }

    /** @param prepares whether it is meant for somebody who prepares it */
    PaperSummary summary(boolean prepares) {
        var last = wasReleased() ? versions.getLast() : null;
        return new PaperSummary(
                id,
                number(),
                body,
                organization,
                type,
                last == null ? title : last.title(),
                last == null ? originator : last.originator(),
                isPublic,
                state,
                releasedVersion == null ? 0 : releasedVersion,
                revised && prepares,
                draftedAt,
                last == null ? null : last.releasedAt());
    }

    private static PaperDetails shown(PaperDetails details, boolean all) {
        return all ? details : details.forEverybody();
    }

    /**
     * @param stations those that may be shown
     * @param all whether sections that are not for everybody are shown, too
     */
    PaperPage page(
            boolean prepares, boolean mayEdit, boolean mayRelease, boolean all, List<ConsultationSummary> stations) {
        var last = released();
        return new PaperPage(
                summary(prepares),
                last.map(ReleasedVersion::proposal).orElseGet(() -> ResolutionProposal.parse(proposal)),
                last.map(ReleasedVersion::reasons).orElse(reasons),
                shown(last.map(ReleasedVersion::details).orElseGet(() -> PaperDetails.parse(details)), all),
                author(),
                isHandedIn(),
                stations,
                withdrawnReason,
                mayEdit,
                mayRelease);
    }
}

package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.ReleasedVersion;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A motion to change the proposal of a paper: what it changes, who moves it, and what became of it. */
@Entity
@Table(name = "amendment_amendment")
class Amendment extends AbstractAggregateRoot<Amendment> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AmendmentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "paper_id", nullable = false, updatable = false))
    private PaperId paper;

    private @Nullable Integer number;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String reasons;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Mover.Kind moverKind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mover_organization"))
    private @Nullable OrganizationId moverOrganization;

    @Column(nullable = false)
    private String moverName;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "amendment_mover", joinColumns = @JoinColumn(name = "amendment_id"))
    @AttributeOverride(name = "value", column = @Column(name = "person_id", nullable = false))
    private Set<PersonId> moverPersons = new LinkedHashSet<>();

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author", updatable = false))
    private @Nullable AccountId author;

    @Column(nullable = false)
    private int baseVersion;

    @Column(nullable = false)
    private String baseFingerprint;

    @Column(nullable = false)
    private String operations;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AmendmentState state = AmendmentState.DRAFT;

    @Column(nullable = false)
    private boolean toCheck;

    @Column(nullable = false)
    private Instant writtenAt;

    @Column(nullable = false)
    private String writtenBy;

    private @Nullable Instant submittedAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "amendment_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<AmendmentWording> wordings = new ArrayList<>();

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Amendment() {}

    @SuppressWarnings("NullAway.Init") // the content is taken over below
    Amendment(
            PaperId paper,
            AmendmentContent content,
            ReleasedVersion base,
            @Nullable AccountId author,
            String by,
            Instant at) {
        this.id = AmendmentId.next();
        this.paper = paper;
        this.author = author;
        write(content, base, by, at);
        registerEvent(new AmendmentDrafted(id, paper, at));
    }

    /** Writes on in a draft; or writes anew what has to be looked at since the paper was changed: it is then open again. */
    void write(AmendmentContent content, ReleasedVersion base, String by, Instant at) {
        if (state != AmendmentState.DRAFT && !(toCheck && state.followsPaper())) {
            throw new Refusal("amendment.write.handed-in");
        }
        var changes = Operations.between(base.proposal(), content.wanted());
        if (state != AmendmentState.DRAFT && changes.isEmpty()) {
            throw new Refusal("amendment.submit.nothing");
        }
        title = content.title();
        reasons = content.reasons();
        moveBy(content.mover());
        take(base, changes);
        toCheck = false;
        writtenBy = by;
        writtenAt = at;
        if (state != AmendmentState.DRAFT) {
            if (state != AmendmentState.SUBMITTED) {
                moveTo(AmendmentState.SUBMITTED);
            }
            keep(AmendmentWording.Cause.REVISED, by, at);
            registerEvent(new AmendmentRevised(id, paper, base.number(), at));
        }
    }

    private void moveBy(Mover mover) {
        if (state == AmendmentState.DRAFT) {
            moverKind = mover.kind();
            moverOrganization = mover.organization();
            moverName = mover.name();
            moverPersons.clear();
            moverPersons.addAll(mover.persons());
        }
    }

    private void take(ReleasedVersion base, List<Operation> changes) {
        baseVersion = base.number();
        baseFingerprint = base.fingerprint();
        operations = Operations.serialise(changes);
    }

    /** @param next its number; taken only now, so that drafts leave no gap */
    void submit(int next, ReleasedVersion latest, String by, Instant at) {
        if (operations().isEmpty()) {
            throw new Refusal("amendment.submit.nothing");
        }
        requireFits(latest);
        moveTo(AmendmentState.SUBMITTED);
        number = next;
        submittedAt = at;
        keep(AmendmentWording.Cause.SUBMITTED, by, at);
        registerEvent(new AmendmentSubmitted(id, paper, next, moverName, at));
    }

    private void requireFits(ReleasedVersion latest) {
        if (toCheck || baseVersion != latest.number()) {
            throw new Refusal("amendment.to-check");
        }
    }

    void withdraw(Instant at) {
        if (state == AmendmentState.WITHDRAWN) {
            return;
        }
        moveTo(AmendmentState.WITHDRAWN);
        registerEvent(new AmendmentWithdrawn(id, paper, at));
    }

    void takeOver(ReleasedVersion latest, Instant at) {
        requireFits(latest);
        moveTo(AmendmentState.TAKEN_OVER);
        registerEvent(new AmendmentTakenOver(id, paper, true, at));
    }

    /** The paper's mover does not make it their own after all. */
    void giveBack(Instant at) {
        moveTo(AmendmentState.SUBMITTED);
        registerEvent(new AmendmentTakenOver(id, paper, false, at));
    }

    /**
     * @param isFinal whether it was decided by those who decide on the paper; others only recommend
     * @param decided what to tell of it
     */
    void decide(AmendmentOutcome outcome, boolean isFinal, ReleasedVersion latest, AmendmentDecided decided) {
        if (state == AmendmentState.DRAFT || state == AmendmentState.WITHDRAWN || state == AmendmentState.TAKEN_OVER) {
            throw new Refusal("amendment.decide.not-open");
        }
        if (outcome == AmendmentOutcome.ADOPTED) {
            requireFits(latest);
        }
        if (isFinal && state != outcome.state()) {
            moveTo(outcome.state());
        }
        registerEvent(decided);
    }

    /** The paper was released anew. */
    void follow(ReleasedVersion before, ReleasedVersion after, Instant at) {
        if (!state.followsPaper() || baseVersion == after.number()) {
            return;
        }
        var carried =
                toCheck ? new CarriedOver.ToCheck() : CarriedOver.of(before.proposal(), after.proposal(), operations());
        switch (carried) {
            case CarriedOver.Fits(List<Operation> changes) -> take(after, changes);
            case CarriedOver.ToCheck() -> toCheck = true;
        }
        if (state != AmendmentState.DRAFT) {
            keep(
                    toCheck ? AmendmentWording.Cause.TO_CHECK : AmendmentWording.Cause.CARRIED_OVER,
                    after.releasedBy(),
                    at);
        }
        registerEvent(new AmendmentCarriedOver(id, paper, after.number(), toCheck, at));
    }

    private void keep(AmendmentWording.Cause cause, String by, Instant at) {
        wordings.add(new AmendmentWording(
                wordings.size() + 1, cause, baseVersion, baseFingerprint, operations, title, reasons, by, at));
    }

    private void moveTo(AmendmentState next) {
        if (!state.leadsTo(next)) {
            throw new Refusal("amendment.state.no-way");
        }
        state = next;
    }

    AmendmentId id() {
        return id;
    }

    PaperId paper() {
        return paper;
    }

    AmendmentState state() {
        return state;
    }

    @Nullable
    AccountId author() {
        return author;
    }

    int baseVersion() {
        return baseVersion;
    }

    boolean isToCheck() {
        return toCheck;
    }

    /** Whether a decision was taken on it as it reads now, not before its mover wrote it anew. */
    boolean isMeantBy(@Nullable AmendmentDecision decision) {
        return decision != null && !decision.at().isBefore(writtenAt);
    }

    List<Operation> operations() {
        return Operations.parse(operations);
    }

    Mover mover() {
        return new Mover(
                moverKind,
                moverOrganization,
                moverPersons.stream()
                        .sorted(Comparator.comparing(PersonId::value))
                        .toList(),
                moverName);
    }

    Merge.Change change() {
        return new Merge.Change(id, operations());
    }

    List<KeptWording> wordings() {
        return wordings.stream().map(AmendmentWording::summary).toList();
    }

    AmendmentSummary summary() {
        return new AmendmentSummary(
                id,
                paper,
                number == null ? 0 : number,
                title,
                mover(),
                reasons,
                state,
                toCheck,
                baseVersion,
                operations(),
                writtenAt,
                submittedAt);
    }
}

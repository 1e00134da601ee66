package de.ratssaal.amendment;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalChanging;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of amendments. Until votes on amendments are taken here, the result is noted by chair or secretariat. */
@Service
@Transactional
public class AmendmentDecisions {

    private final AmendmentRepository amendments;
    private final AmendmentRecords records;
    private final AmendmentAccess access;
    private final Amendments reading;
    private final PaperShelf shelf;
    private final PaperWordings wordings;
    private final ProposalChanging changing;
    private final Councils councils;
    private final ObjectProvider<AmendmentGuard> guards;
    private final ChangeNotices notices;
    private final Clock clock;

    AmendmentDecisions(
            AmendmentRepository amendments,
            AmendmentRecords records,
            AmendmentAccess access,
            Amendments reading,
            PaperShelf shelf,
            PaperWordings wordings,
            ProposalChanging changing,
            Councils councils,
            ObjectProvider<AmendmentGuard> guards,
            ChangeNotices notices,
            Clock clock) {
        this.amendments = amendments;
        this.records = records;
        this.access = access;
        this.reading = reading;
        this.shelf = shelf;
        this.wordings = wordings;
        this.changing = changing;
        this.councils = councils;
        this.guards = guards;
        this.notices = notices;
        this.clock = clock;
    }

    /** As {@link #decide(AmendmentId, AgendaItemId, AmendmentOutcome, Count)}, where nobody noted the votes. */
    public void decide(AmendmentId id, AgendaItemId item, AmendmentOutcome outcome) {
        decide(id, item, outcome, null);
    }

    /**
     * Notes what became of an amendment on an item. Noted again, the last one counts, as long as the text itself is not put
     * to the vote. Those who only advise on the paper recommend; the amendment stays open for those who decide.
     *
     * @param count votes as counted by hand
     * @throws Refusal if the item is settled or being voted on, the amendment is not open, has to be checked before it can
     *     be adopted, or nothing was adopted that could have settled it
     */
    public void decide(AmendmentId id, AgendaItemId item, AmendmentOutcome outcome, @Nullable Count count) {
        changing.requireChangeable(item);
        var on = on(item);
        access.requireConduct(on.meeting().organization());
        var amendment = amendments
                .findForAct(id)
                .filter(access::maySee)
                .filter(it -> it.paper().equals(on.paper()))
                .orElseThrow(() -> new NoSuchElementException("amendment " + id));
        var meeting = on.meeting();
        var castingVote =
                councils.rules(meeting.organization(), meeting.day()).majority().castingVote();
        if (count != null) {
            count.require(outcome, castingVote);
        }
        var isFinal = on.role() == ConsultationRole.DECISION;
        if (outcome == AmendmentOutcome.SETTLED) {
            requireAdoptedCompetitor(amendment, item);
        } else if (outcome == AmendmentOutcome.NOT_SUPPORTED) {
            requireLacksSupport(id, item, count);
        } else if (outcome == AmendmentOutcome.ADOPTED || count != null) {
            // that nobody voted on it because too few support it keeps nothing from being decided
            guards.forEach(it -> it.requireMayBeVotedOn(item, id));
        }
        var before = records.decisions(item).get(id);
        if (before != null
                && amendment.isMeantBy(before)
                && before.outcome() == outcome
                && Objects.equals(before.count(), count)) {
            return;
        }
        var now = clock.instant();
        amendment.decide(outcome, isFinal, on.own(), new AmendmentDecided(id, on.paper(), item, outcome, isFinal, now));
        amendments.saveAndFlush(amendment);
        records.decide(
                id,
                item,
                meeting.id(),
                outcome,
                isFinal,
                count,
                count != null && count.isTie() && castingVote,
                now,
                access.name());
        changed(on);
    }

    private void requireLacksSupport(AmendmentId id, AgendaItemId item, @Nullable Count count) {
        var decided = records.decisions(item).get(id);
        if (decided != null && decided.outcome() == AmendmentOutcome.NOT_SUPPORTED) {
            return;
        }
        if (count != null || guards.stream().findAny().isEmpty()) {
            throw new Refusal("amendment.decide.needs-no-support");
        }
        guards.forEach(it -> it.requireLacksSupport(item, id));
    }

    private void requireAdoptedCompetitor(Amendment amendment, AgendaItemId item) {
        var decisions = records.decisions(item);
        var rows = reading.of(amendment.paper());
        var adopted = rows.stream()
                .map(AmendmentRow::amendment)
                .filter(it -> isAdopted(it, decisions.get(it.id())))
                .map(AmendmentSummary::id)
                .collect(Collectors.toSet());
        var isSettled = rows.stream()
                .filter(it -> it.amendment().id().equals(amendment.id()))
                .flatMap(it -> it.competitors().stream())
                .anyMatch(adopted::contains);
        if (!isSettled) {
            throw new Refusal("amendment.decide.nothing-settles");
        }
    }

    /** Here, or before on another item. */
    private static boolean isAdopted(AmendmentSummary amendment, @Nullable AmendmentDecision here) {
        return here == null ? amendment.state() == AmendmentState.ADOPTED : here.outcome() == AmendmentOutcome.ADOPTED;
    }

    /**
     * The paper's mover makes it their own: it is part of what is put to the vote, and nobody votes on it by itself.
     *
     * @throws Refusal if a vote on the paper runs, or it is decided on
     */
    public void takeOver(AmendmentId id) {
        var amendment = forPaper(id);
        if (amendment.state() != AmendmentState.TAKEN_OVER) {
            amendment.takeOver(shelf.versions(amendment.paper()).getFirst(), clock.instant());
            save(amendment);
        }
    }

    /**
     * The paper's mover does not make it their own after all: it is voted on.
     *
     * @throws Refusal as {@link #takeOver} does
     */
    public void giveBack(AmendmentId id) {
        var amendment = forPaper(id);
        if (amendment.state() == AmendmentState.TAKEN_OVER) {
            amendment.giveBack(clock.instant());
            save(amendment);
        }
    }

    private Amendment forPaper(AmendmentId id) {
        amendments.paperOf(id).ifPresent(changing::requireChangeable); // first the meetings, as whoever opens a vote
        var amendment = amendments
                .findForAct(id)
                .filter(access::maySee)
                .orElseThrow(() -> new NoSuchElementException("amendment " + id));
        access.requireSecretariat(shelf.paper(amendment.paper()));
        return amendment;
    }

    private ItemWording on(AgendaItemId item) {
        return wordings.on(item).orElseThrow(() -> new Refusal("paper.change.nothing-to-vote-on"));
    }

    private void save(Amendment amendment) {
        amendments.saveAndFlush(amendment);
        notices.changed(PaperShelf.topic(amendment.paper()));
    }

    private void changed(ItemWording on) {
        notices.changed(PaperShelf.topic(on.paper()));
        notices.changed(ChangeNotices.meeting(on.meeting().id().value()));
    }
}

package de.ratssaal.circular;

import static de.ratssaal.circular.CircularConduct.require;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Tally;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers and counts them. Who may do it was asked before. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Counting {

    private final CircularRecords records;
    private final Circulars circulars;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Counting(
            CircularRecords records,
            Circulars circulars,
            Councils councils,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.circulars = circulars;
        this.councils = councils;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    void answer(CircularId id, PersonId person, Answer answer) {
        var circular = records.holdForAnswer(id);
        requireOpen(circular);
        switch (circulars.standing(circular, person, records.recused(id))) {
            case ENTITLED -> {}
            case RECUSED -> throw recused(circular);
            case NOT_ENTITLED -> throw new RuleViolation("circular.answer.not-entitled", circular.source());
        }
        var before = records.answers(id).get(person);
        if (before != null && before.saysTheSameAs(answer)) {
            return;
        }
        require(
                before == null || before.way() != AnswerWay.DEVICE || answer.way() == AnswerWay.DEVICE,
                "circular.enter.answered-already");
        // two at once saw nothing of each other above
        require(records.put(id, person, answer, access.actor()), "circular.enter.answered-already");
        events.publishEvent(new CircularAnswered(id, person, answer.way(), before != null, answer.at()));
        Circulars.changed(notices, id);
    }

    private RuleViolation recused(CircularSummary circular) {
        return new RuleViolation(
                "circular.answer.recused",
                councils.rules(circular.organization(), circular.day())
                        .recusal()
                        .source());
    }

    void recuse(CircularId id, PersonId person, boolean isDeclared) {
        var circular = records.hold(id);
        requireOpen(circular);
        if (!records.members(id).contains(person)) {
            throw new RuleViolation("circular.answer.not-entitled", circular.source());
        }
        if (records.recused(id).contains(person)) {
            return;
        }
        var now = clock.instant();
        records.recuse(id, person, access.actor(), now);
        events.publishEvent(new CircularMemberRecused(id, person, isDeclared, now));
        Circulars.changed(notices, id);
    }

    void withdrawRecusal(CircularId id, PersonId person) {
        requireOpen(records.hold(id));
        if (records.withdrawRecusal(id, person)) {
            events.publishEvent(new CircularRecusalWithdrawn(id, person, clock.instant()));
            Circulars.changed(notices, id);
        }
    }

    /** From the end on nothing is taken any more, also while it is not counted yet. */
    private void requireOpen(CircularSummary circular) {
        require(circular.isRunning() && clock.instant().isBefore(circular.endsAt()), "circular.over");
    }

    /** @param held which nobody else changes until the transaction ends */
    void count(CircularSummary held) {
        var answers = records.answers(held.id());
        var weights = records.weights(held.id());
        var byHeads = answers.keySet().stream().collect(Collectors.toMap(it -> it, it -> 1));
        var agreeing = held.votes().decideProcedure() ? weights : byHeads;
        var count = new CircularCount(
                held.agreement(),
                held.majority(),
                held.members(),
                held.entitled(),
                held.recused(),
                sum(answers, agreeing, Answer::agrees),
                sum(answers, agreeing, it -> !it.agrees()),
                new Tally(
                        sum(answers, weights, it -> it.choice() == Choice.YES),
                        sum(answers, weights, it -> it.choice() == Choice.NO),
                        sum(answers, weights, it -> it.choice() == Choice.ABSTENTION)),
                held.votes());
        var now = clock.instant();
        records.decide(held.id(), count, now);
        events.publishEvent(new CircularEnded(
                held.id(),
                held.organization(),
                count.outcome(),
                count.agreed(),
                count.objected(),
                count.tally(),
                count.recused(),
                held.question().fingerprint(),
                held.isPublic(),
                now));
        Circulars.changed(notices, held.id());
    }

    private static int sum(Map<PersonId, Answer> answers, Map<PersonId, Integer> weights, Predicate<Answer> which) {
        return answers.entrySet().stream()
                .filter(it -> which.test(it.getValue()))
                .mapToInt(it -> weights.getOrDefault(it.getKey(), 0))
                .sum();
    }
}

package de.ratssaal.circular;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.voting.Choice;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member does with a circular resolution. */
@Service
@Transactional
public class CircularAnswering {

    private final Circulars circulars;
    private final Counting counting;
    private final Access access;
    private final Clock clock;

    CircularAnswering(Circulars circulars, Counting counting, Access access, Clock clock) {
        this.circulars = circulars;
        this.counting = counting;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Answers, or answers otherwise than before. The same answer again changes nothing.
     *
     * @throws Refusal if they are recused or not entitled, or it is over
     */
    public void answer(CircularId id, boolean agrees, Choice choice) {
        var person = access.requirePerson();
        circulars.circular(id);
        counting.answer(id, person, new Answer(agrees, choice, AnswerWay.DEVICE, "", clock.instant()));
    }

    /** Declares a conflict of interest (R7): an answer that is there goes. Asked again it changes nothing. */
    public void recuseMyself(CircularId id) {
        var person = access.requirePerson();
        circulars.circular(id);
        counting.recuse(id, person, true);
    }
}

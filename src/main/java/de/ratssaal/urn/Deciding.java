package de.ratssaal.urn;

import de.ratssaal.ballot.Question;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.NoSuchElementException;

/** Where matters of one kind come from, who decides on them, and where the result goes. */
interface Deciding {

    MatterKind kind();

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    Matter matter(SecretPollId id);

    /** Matters of a meeting, without what whoever asks may not see. */
    List<Matter> of(MeetingId meeting);

    /** @throws Refusal if it is not to be decided in secret by device */
    void requireReady(Matter matter);

    /** What a ballot asks. */
    Question question(Matter matter);

    /** Who is present and decides. */
    List<PersonId> voters(Matter matter);

    /** @throws RuleViolation if somebody does not decide now; it says why */
    void requireVoter(Urn urn, PersonId person);

    /** From now on it is put to the vote. */
    void open(Matter matter);

    /**
     * No more ballots are taken.
     *
     * @param voters how many take part
     */
    void shut(Matter matter, int voters);

    /** The result, once it was verified, counts. */
    void settle(Urn urn);
}

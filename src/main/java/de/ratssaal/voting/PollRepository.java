package de.ratssaal.voting;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PollRepository extends Repository<Poll, PollId> {

    Poll save(Poll poll);

    Poll saveAndFlush(Poll poll);

    Optional<Poll> findById(PollId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Poll p where p.id = :id")
    Optional<Poll> findForAct(PollId id);

    @Query("select p from Poll p where p.meeting = :meeting order by p.preparedAt, p.id")
    List<Poll> findByMeeting(MeetingId meeting);

    @Query("select p from Poll p where p.meeting = :meeting and p.state = de.ratssaal.voting.PollState.OPEN")
    List<Poll> findOpen(MeetingId meeting);

    @Query("select p from Poll p where p.item = :item order by p.preparedAt, p.id")
    List<Poll> findByItem(AgendaItemId item);
}

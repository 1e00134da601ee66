package de.ratssaal.notification;

import de.ratssaal.organization.Councils;
import de.ratssaal.teller.DueTellerLetter;
import de.ratssaal.teller.TellerLetters;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes to tellers who were named or replaced, whose key is being made, or whose share or check a secret vote waits for.
 */
@Component
class TellTellers implements Correspondence {

    private final TellerLetters letters;
    private final Councils councils;
    private final NoticeQueue queue;
    private final NoticeRound round;

    TellTellers(TellerLetters letters, Councils councils, NoticeQueue queue, NoticeRound round) {
        this.letters = letters;
        this.councils = councils;
        this.queue = queue;
        this.round = round;
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    void tell() {
        round.send(this);
    }

    @Override
    public String topic() {
        return "teller";
    }

    @Override
    public void queueDue() {
        letters.due().forEach(it -> queue.add(topic(), it.kind(), it.about(), List.of(it.teller()), ""));
    }

    @Override
    public Writer writer() {
        var due = letters.due();
        return notice -> due.stream()
                .filter(it -> it.kind().name().equals(notice.kind())
                        && it.about().equals(notice.about())
                        && it.teller().equals(notice.person()))
                .findFirst()
                .map(this::matter);
    }

    private Matter matter(DueTellerLetter due) {
        var organization = councils.organization(due.organization());
        return new Matter.TellerNeeded(
                due.kind(),
                organization.name(),
                councils.body(organization.body()).contact());
    }
}

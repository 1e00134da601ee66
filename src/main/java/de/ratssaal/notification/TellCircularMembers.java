package de.ratssaal.notification;

import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLetterKind;
import de.ratssaal.circular.Circulars;
import de.ratssaal.organization.Councils;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes to members when a circular resolution begins, and reminds those who have not answered at half of the period and a
 * day before its end. Who has answered by the time a mail goes out gets none.
 */
@Component
class TellCircularMembers implements Correspondence {

    private final Circulars circulars;
    private final Councils councils;
    private final NoticeQueue queue;
    private final NoticeRound round;

    TellCircularMembers(Circulars circulars, Councils councils, NoticeQueue queue, NoticeRound round) {
        this.circulars = circulars;
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
        return "circular";
    }

    @Override
    public void queueDue() {
        circulars
                .dueLetters()
                .forEach(it -> queue.add(topic(), it.kind(), it.circular().id().value(), it.members(), ""));
    }

    @Override
    public Writer writer() {
        return this::write;
    }

    private Optional<Matter> write(NoticeQueue.Entry notice) {
        var id = new CircularId(notice.about());
        if (!circulars.waitsFor(id, notice.person())) {
            return Optional.empty();
        }
        var circular = circulars.circular(id);
        var body = councils.body(councils.organization(circular.organization()).body());
        return Optional.of(
                new Matter.AnswerAwaited(CircularLetterKind.valueOf(notice.kind()), circular, body.contact()));
    }
}

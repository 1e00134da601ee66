package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answering an inquiry. The answer belongs to the inquiry and is read by everybody who reads that: the secretariat asks an
 * office, the office writes, whoever heads the office or the secretariat releases.
 */
@Service
@Transactional
public class InquiryAnswering {

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final AnswerStore answers;
    private final Councils councils;
    private final PaperNews news;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    InquiryAnswering(
            PaperRepository papers,
            PaperAccess visibility,
            AnswerStore answers,
            Councils councils,
            PaperNews news,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.visibility = visibility;
        this.answers = answers;
        this.councils = councils;
        this.news = news;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** The released answer, for everybody who may read the inquiry. */
    @Transactional(readOnly = true)
    public Optional<PublishedAnswer> answer(PaperId id) {
        return papers.findById(id).filter(visibility::maySee).flatMap(it -> answers.published(id));
    }

    /** The answer as it is written, for those who may write it; empty for anybody else. */
    @Transactional(readOnly = true)
    public Optional<AnswerDraft> draft(PaperId id) {
        return papers.findById(id).filter(this::mayWrite).map(this::draft);
    }

    /** Whether whoever asks may release the answer. */
    @Transactional(readOnly = true)
    public boolean mayRelease(PaperId id) {
        return papers.findById(id).filter(this::mayRelease).isPresent();
    }

    /** Whether whoever asks may say who has to answer. */
    @Transactional(readOnly = true)
    public boolean mayAsk(PaperId id) {
        return papers.findById(id)
                .filter(it -> isReleasedInquiry(it) && visibility.mayRelease(it))
                .isPresent();
    }

    /** Asks an office to answer until a day. */
    public void ask(PaperId id, OrganizationId office, @Nullable LocalDate due) {
        var paper = inquiry(id);
        visibility.requireSecretariat(paper);
        var asked = councils.organization(office);
        if (asked.classification() != Classification.OFFICE || !asked.body().equals(paper.body())) {
            throw new Refusal("paper.answer.no-office");
        }
        var before = draft(paper);
        var now = clock.instant();
        save(paper, before, office, before.text(), due, now, before.released(), before.releasedBy());
        events.publishEvent(new AnswerAsked(id, office, due, now));
    }

    /**
     * Writes on.
     *
     * @param seen revision that was changed
     * @return the revision with which to go on
     * @throws Refusal if somebody else wrote meanwhile
     */
    public int write(PaperId id, int seen, String text) {
        var paper = inquiry(id);
        if (!mayWrite(paper)) {
            throw new AccessDeniedException("may not answer paper " + id);
        }
        var before = draft(paper);
        if (before.revision() != seen) {
            throw new Refusal("paper.answer.overtaken", before.changedBy());
        }
        if (text.length() > PaperContent.LONGEST_TEXT) {
            throw new Refusal("paper.edit.text-too-long", PaperContent.LONGEST_TEXT);
        }
        save(
                paper,
                before,
                before.office(),
                text,
                before.due(),
                clock.instant(),
                before.released(),
                before.releasedBy());
        return seen + 1;
    }

    /**
     * Stores what somebody wrote, beside what others wrote since: both are kept as long as they did not write the same words
     * anew.
     *
     * @param from text from which they wrote on
     * @param to what they made of it
     * @throws Refusal if it is too long
     */
    public AnswerWriting writeOn(PaperId id, String from, String to) {
        var paper = inquiry(id);
        if (!mayWrite(paper)) {
            throw new AccessDeniedException("may not answer paper " + id);
        }
        var before = draft(paper);
        var merged = WordMerge.merge(from, before.text(), to);
        if (merged.isEmpty()) {
            return new AnswerWriting.Differs(before);
        }
        if (!merged.get().equals(before.text())) {
            write(id, before.revision(), merged.get());
        }
        return new AnswerWriting.Stored(draft(paper));
    }

    /** Releases what is written: it is read together with the inquiry. */
    public void release(PaperId id, int seen) {
        var paper = inquiry(id);
        if (!mayRelease(paper)) {
            throw new AccessDeniedException("may not release the answer to paper " + id);
        }
        var before = draft(paper);
        if (before.revision() != seen) {
            throw new Refusal("paper.answer.overtaken", before.changedBy());
        }
        var text = PlainText.paragraphs(before.text());
        if (text.isEmpty()) {
            throw new Refusal("paper.answer.empty");
        }
        var now = clock.instant();
        save(
                paper,
                before,
                before.office(),
                before.text(),
                before.due(),
                now,
                new PublishedAnswer(before.office(), text, now),
                visibility.name());
        events.publishEvent(new InquiryAnswered(id, now));
    }

    private void save(
            Paper paper,
            AnswerDraft before,
            @Nullable OrganizationId office,
            String text,
            @Nullable LocalDate due,
            Instant now,
            @Nullable PublishedAnswer released,
            @Nullable String releasedBy) {
        answers.save(
                paper.id(),
                new AnswerDraft(
                        office, text, due, before.revision() + 1, visibility.name(), now, released, releasedBy));
        news.changed(paper);
    }

    private AnswerDraft draft(Paper paper) {
        return answers.find(paper.id())
                .orElseGet(() -> new AnswerDraft(null, "", null, 0, "", clock.instant(), null, null));
    }

    private Paper inquiry(PaperId id) {
        return papers.findForAct(id)
                .filter(this::isReleasedInquiry)
                .orElseThrow(() -> new NoSuchElementException("inquiry " + id));
    }

    private boolean isReleasedInquiry(Paper paper) {
        return paper.type() == PaperType.INQUIRY && paper.state() == PaperState.RELEASED;
    }

    boolean mayWrite(Paper paper) {
        return isReleasedInquiry(paper) && (visibility.mayRelease(paper) || isOf(paper, PaperAccess.STAFF));
    }

    boolean mayRelease(Paper paper) {
        return isReleasedInquiry(paper) && (visibility.mayRelease(paper) || isOf(paper, Role.OFFICE_HEAD));
    }

    /** Whether whoever acts has one of the roles in the office that was asked. */
    private boolean isOf(Paper paper, Role... roles) {
        return answers.find(paper.id())
                .map(AnswerDraft::office)
                .filter(it -> access.has(it, roles))
                .isPresent();
    }
}

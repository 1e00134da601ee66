package de.ratssaal.paper;

import de.ratssaal.document.FileAccess;
import de.ratssaal.document.FileOwner;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers for the files of answers to inquiries: until the answer is released they are for those who write it, then for
 * everybody who reads the inquiry.
 */
@Component
@Transactional(readOnly = true)
public class AnswerFiles implements FileAccess {

    private static final String KIND = "answer";

    private final PaperRepository papers;
    private final PaperAccess access;
    private final AnswerStore answers;
    private final InquiryAnswering answering;

    AnswerFiles(PaperRepository papers, PaperAccess access, AnswerStore answers, InquiryAnswering answering) {
        this.papers = papers;
        this.access = access;
        this.answers = answers;
        this.answering = answering;
    }

    /** What files of the answer to an inquiry belong to. */
    public static FileOwner owner(PaperId inquiry) {
        return new FileOwner(KIND, inquiry.value());
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID owner, boolean isPublic) {
        return is(
                owner,
                it -> answering.mayWrite(it)
                        || (isReleased(it) && access.maySee(it) && (isPublic || access.mayReadNonPublic(it))));
    }

    /** Files of a released answer are published as they come: that is for those who release it. */
    @Override
    public boolean mayChange(UUID owner) {
        return is(owner, it -> isReleased(it) ? answering.mayRelease(it) : answering.mayWrite(it));
    }

    @Override
    public boolean isPublished(UUID owner) {
        return is(owner, it -> access.isOpen(it) && it.state() == PaperState.RELEASED && isReleased(it));
    }

    private boolean isReleased(Paper paper) {
        return answers.published(paper.id()).isPresent();
    }

    private boolean is(UUID owner, Predicate<Paper> asked) {
        return papers.findById(new PaperId(owner)).filter(asked).isPresent();
    }
}

/**
 * In which order the votes on an item are taken, what is voted on by itself before the whole (amendments, single points), and how
 * each vote is shown and kept: by group, by name, on paper.
 *
 * <p>Polls are kept by {@code voting}, amendments by {@code amendment}. Here a poll on an amendment becomes what was decided on it.
 */
@ApplicationModule(
        displayName = "Order of votes",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "paper",
            "amendment",
            "amendment::ui",
            "attendance",
            "voting",
            "minutes",
            "chamber",
            "chamber::ui",
            "document::pdf",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.voteorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

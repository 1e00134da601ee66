/**
 * The packet of a meeting: its agenda, all papers and attachments bound into one PDF, in the background, for each audience.
 *
 * <p>What goes in is asked of the other modules with the rights of the audience. Nothing non-public is ever read for a packet
 * that the public may have.
 */
@ApplicationModule(
        displayName = "Packet",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "meeting::ui",
            "document",
            "paper",
            "amendment",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.packet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

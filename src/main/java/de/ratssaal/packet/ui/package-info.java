/** The packet on a meeting's page. */
@NullMarked
package de.ratssaal.packet.ui;

import org.jspecify.annotations.NullMarked;

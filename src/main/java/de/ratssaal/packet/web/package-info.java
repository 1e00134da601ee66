/** The addresses at which packets are read. */
@NullMarked
package de.ratssaal.packet.web;

import org.jspecify.annotations.NullMarked;

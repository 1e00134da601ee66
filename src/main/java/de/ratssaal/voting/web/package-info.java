/** Where a member's device sends its vote. */
@NullMarked
package de.ratssaal.voting.web;

import org.jspecify.annotations.NullMarked;

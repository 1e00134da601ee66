/** The process on a paper's page, what waits for somebody, and the editor of processes. */
@NullMarked
package de.ratssaal.workflow.ui;

import org.jspecify.annotations.NullMarked;

package de.ratssaal.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A listener that is called after the commit, on a thread of its own, again after a crash; like Modulith's
 * {@code ApplicationModuleListener}, but without a transaction before it has its turn ({@link InTurn}).
 */
@Async
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AfterCommit {}

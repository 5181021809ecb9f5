package news.platform.messaging;

/** Stands in for that of platform-messaging, which is built on this module. */
public interface EventHandler {}

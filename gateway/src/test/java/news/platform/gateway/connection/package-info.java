@org.jspecify.annotations.NullMarked
package news.platform.gateway.connection;

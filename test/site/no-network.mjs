// Preloaded into a build's processes: any try to reach another machine ends the process.
import dns from "node:dns";
import net from "node:net";

const refuse = (what) => {
  console.error(`the build asked the network: ${what}`);
  process.exit(1);
};
dns.lookup = (host) => refuse(host);
dns.promises.lookup = (host) => refuse(host);
const {connect} = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options?.path === undefined && !/^(127\.|::1$|localhost$)/.test(options?.host ?? "localhost")) refuse(options.host);
  return connect.apply(this, args);
};

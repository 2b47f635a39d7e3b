"""Records of the world and the rules they follow: places, weeks, money, the sphere, relief."""
